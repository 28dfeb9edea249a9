package io.competitoriq.process;

import io.competitoriq.jobs.JobContext;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.document.Reading;
import io.competitoriq.process.document.StoredPages;
import io.competitoriq.process.evidence.Version;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Compares a reading with the history of its source on a worker thread.
@ApplicationScoped
class Comparisons {

  private final SourceHistories histories;
  private final StoredPages pages;

  Comparisons(SourceHistories histories, StoredPages pages) {
    this.histories = histories;
    this.pages = pages;
  }

  Uni<Understanding> of(
      UUID workspaceId, ProcessSnapshot snapshot, Reading reading, JobContext context) {
    return histories
        .of(workspaceId, snapshot)
        .chain(history -> withPage(workspaceId, history))
        .chain(history -> context.compute(() -> Understanding.of(snapshot, reading, history)));
  }

  /// Selectors look at the page of the latest version too: what is gone stood there.
  private Uni<SourceHistory> withPage(UUID workspaceId, SourceHistory history) {
    Version latest = history.latest();
    return latest == null || !history.ignoring().needsPages()
        ? Uni.createFrom().item(history)
        : pages
            .content(workspaceId, latest.documentId())
            .map(
                page ->
                    page.map(known -> history.with(history.ignoring().before(known)))
                        .orElse(history));
  }
}
