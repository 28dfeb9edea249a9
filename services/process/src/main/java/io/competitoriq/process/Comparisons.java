package io.competitoriq.process;

import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.document.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/// Compares a reading with the history of its source on a worker thread.
@ApplicationScoped
class Comparisons {

  private final Vertx vertx;

  Comparisons(Vertx vertx) {
    this.vertx = vertx;
  }

  Uni<Understanding> of(ProcessSnapshot snapshot, Reading reading, SourceHistory history) {
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> Understanding.of(snapshot, reading, history), false)
                    .toCompletionStage());
  }
}
