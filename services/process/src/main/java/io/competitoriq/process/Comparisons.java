package io.competitoriq.process;

import io.competitoriq.jobs.JobContext;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.document.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Compares a reading with the history of its source on a worker thread.
@ApplicationScoped
class Comparisons {

  private final SourceHistories histories;

  Comparisons(SourceHistories histories) {
    this.histories = histories;
  }

  Uni<Understanding> of(
      UUID workspaceId, ProcessSnapshot snapshot, Reading reading, JobContext context) {
    return histories
        .of(workspaceId, snapshot)
        .chain(history -> context.compute(() -> Understanding.of(snapshot, reading, history)));
  }
}
