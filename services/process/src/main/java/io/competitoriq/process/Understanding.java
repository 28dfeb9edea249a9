package io.competitoriq.process;

import io.competitoriq.http.Ids;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.assisted.OfferNeed;
import io.competitoriq.process.change.ChangeFinder;
import io.competitoriq.process.change.Findings;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.document.Reading;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.process.evidence.Version;
import java.util.UUID;

/// Everything a snapshot came to, ready to be stored.
///
/// @param documentId the id the document will have
/// @param history what it was compared with
sealed interface Understanding {

  UUID documentId();

  ProcessSnapshot snapshot();

  Reading reading();

  SourceHistory history();

  /// The snapshot was read and compared.
  record Compared(
      UUID documentId,
      ProcessSnapshot snapshot,
      Understood reading,
      SourceHistory history,
      Version version,
      Findings findings,
      OfferNeed need)
      implements Understanding {

    /// Whether the page lists entries that are facts of their own.
    boolean listing() {
      return listing(reading);
    }

    private static boolean listing(Understood page) {
      long listed =
          page.facts().stream()
              .filter(fact -> fact.kind() == FactKind.POST || fact.kind() == FactKind.JOB_OPENING)
              .count();
      return page.pageClass().isListing() && listed > 1;
    }
  }

  /// The snapshot could not be read; that is all there is to store.
  record Unread(UUID documentId, ProcessSnapshot snapshot, Reading reading, SourceHistory history)
      implements Understanding {}

  /// CPU work: call it on a worker thread.
  static Understanding of(ProcessSnapshot snapshot, Reading reading, SourceHistory history) {
    UUID id = Ids.next();
    return switch (reading) {
      case Reading.NotUnderstood failed -> new Unread(id, snapshot, failed, history);
      case Understood page ->
          Emptied.of(page.content().text(), history.latest(), snapshot.fetchedAt())
              .<Understanding>map(failed -> new Unread(id, snapshot, failed, history))
              .orElseGet(() -> compared(id, snapshot, page, history));
    };
  }

  private static Compared compared(
      UUID id, ProcessSnapshot snapshot, Understood page, SourceHistory history) {
    Version version =
        new Version(
            id,
            snapshot.snapshotId(),
            snapshot.url(),
            snapshot.fetchedAt(),
            SnapshotReader.VERSION,
            page.content().text(),
            page.content().blocks());
    SourceHistory known = history.with(history.ignoring().after(page.content()));
    Findings findings =
        ChangeFinder.find(version, page.facts(), Compared.listing(page), known, Ids::next);
    OfferNeed need = OfferNeed.of(page.pageClass(), page.content(), page.facts());
    return new Compared(id, snapshot, page, history, version, findings, need);
  }
}
