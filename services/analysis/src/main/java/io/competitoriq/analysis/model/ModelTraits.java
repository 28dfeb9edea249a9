package io.competitoriq.analysis.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

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

  private Optional<ModelConfig.Traits> of(String model) {
    var named = Optional.ofNullable(config.models().get(model));
    return named.isPresent() ? named : Optional.ofNullable(config.models().get(ANY));
  }
}
