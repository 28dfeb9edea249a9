package io.competitoriq.analysis.model;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/// The laptop's default: nobody to ask, and honest about it.
record NoModel(String reason) implements LanguageModel {

  @Override
  public Availability availability() {
    return new Availability.Absent(reason);
  }

  @Override
  public Uni<Optional<ModelReply.Paused>> resting() {
    return Uni.createFrom().item(Optional.empty());
  }

  @Override
  public Uni<ModelReply> ask(ModelQuestion question, int maxOutputTokens) {
    var usage = new ModelUsage("none", null, null, ModelUsage.Tokens.NONE, Duration.ZERO, null);
    return Uni.createFrom()
        .item(new ModelReply.Unusable(ModelFailure.NOT_CONFIGURED, reason, usage));
  }
}
