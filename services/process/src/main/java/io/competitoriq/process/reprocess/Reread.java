package io.competitoriq.process.reprocess;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.FactDiff;
import io.competitoriq.process.fact.FactDiff.FactUpdate;
import io.competitoriq.process.fact.KnownFact;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A stored snapshot as today's extractor reads it.
///
/// @param update makes the stored facts those of today's extractor, without telling anybody
record Reread(
    ProcessSnapshot snapshot,
    Understood page,
    Version version,
    FactUpdate update,
    FactDifferences differences) {

  /// CPU work.
  ///
  /// @param id of the new document
  static Reread of(ProcessSnapshot snapshot, Understood page, List<KnownFact> known, UUID id) {
    Version version =
        new Version(
            id,
            snapshot.snapshotId(),
            snapshot.url(),
            snapshot.fetchedAt(),
            SnapshotReader.VERSION,
            page.content().text(),
            page.content().blocks());
    FactUpdate update = FactDiff.of(known, page.facts(), version.text(), version.fetchedAt());
    return new Reread(
        snapshot,
        page,
        version,
        silent(update, known),
        FactDifferences.between(known, page.facts(), version.text()));
  }

  /// What an older extractor saw and this one does not is no fact that went: it ends here, so that
  /// no later visit calls it missing.
  private static FactUpdate silent(FactUpdate update, List<KnownFact> known) {
    var posts =
        known.stream()
            .filter(fact -> fact.kind() == FactKind.POST)
            .map(KnownFact::id)
            .collect(Collectors.toSet());
    List<UUID> closed =
        Stream.concat(update.closed().stream(), update.missing().stream())
            .filter(id -> !posts.contains(id))
            .distinct()
            .toList();
    return new FactUpdate(
        update.seen(), List.of(), closed, update.opened(), update.heirs(), List.of());
  }
}
