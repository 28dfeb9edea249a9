package io.competitoriq.process;

import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.document.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Compares a reading with the history of its source on a worker thread.
@ApplicationScoped
class Comparisons {

  private final SourceHistories histories;
  private final Vertx vertx;

  Comparisons(SourceHistories histories, Vertx vertx) {
    this.histories = histories;
    this.vertx = vertx;
  }

  Uni<Understanding> of(UUID workspaceId, ProcessSnapshot snapshot, Reading reading) {
    return histories
        .of(workspaceId, snapshot)
        .chain(history -> onWorker(snapshot, reading, history));
  }

  private Uni<Understanding> onWorker(
      ProcessSnapshot snapshot, Reading reading, SourceHistory history) {
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> Understanding.of(snapshot, reading, history), false)
                    .toCompletionStage());
  }
}
