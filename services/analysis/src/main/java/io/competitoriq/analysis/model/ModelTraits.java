package io.competitoriq.analysis.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;

/// What the configuration knows of a model.
@ApplicationScoped
class ModelTraits {

  private static final String ANY = "*";

  private final ModelConfig config;

  ModelTraits(ModelConfig config) {
    this.config = config;
  }

  Price priceOf(String model) {
    return of(model)
        .map(
            traits -> {
              long input = traits.inputPrice().orElse(0L);
              return new Price(
                  input, traits.cachedPrice().orElse(input), traits.outputPrice().orElse(0L));
            })
        .orElse(Price.FREE);
  }

  /// The settings that change what the model answers, spelled for the cache.
  String paramsOf(String model) {
    return reasoningEffort(model).map(effort -> "reasoning_effort=" + effort).orElse("");
  }

  Optional<String> reasoningEffort(String model) {
    return of(model).flatMap(ModelConfig.Traits::reasoningEffort);
  }

  /// How the model's API is spoken to.
  ModelConfig.Api api(String model) {
    return of(model).map(ModelConfig.Traits::api).orElse(ModelConfig.Api.AUTO);
  }

  /// Room for an answer: `wanted` tokens, or as many as the model can give.
  int room(String model, int wanted) {
    OptionalInt most =
        of(model).map(ModelConfig.Traits::mostOutputTokens).orElse(OptionalInt.empty());
    return Math.min(wanted, most.orElse(wanted));
  }

  private Optional<ModelConfig.Traits> of(String model) {
    var named = Optional.ofNullable(config.models().get(model));
    return named.isPresent() ? named : Optional.ofNullable(config.models().get(ANY));
  }
}
