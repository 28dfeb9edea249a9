package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.TextChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change as readers see it.
///
/// @param reason why it has its status, one sentence
public record ChangeView(
    UUID id,
    UUID sourceId,
    UUID competitorId,
    String url,
    ChangeStatus status,
    String reason,
    UUID fromSnapshotId,
    UUID toSnapshotId,
    UUID fromDocumentId,
    UUID toDocumentId,
    Instant detectedAt,
    @Nullable Instant confirmedAt,
    List<FactChange> facts,
    List<TextChange> texts) {

  static ChangeView of(StoredChange row) {
    return new ChangeView(
        row.id,
        row.sourceId,
        row.competitorId,
        row.url,
        row.status,
        row.reason,
        row.fromSnapshotId,
        row.toSnapshotId,
        row.fromDocumentId,
        row.toDocumentId,
        row.detectedAt,
        row.confirmedAt,
        row.content.facts(),
        row.content.texts());
  }
}
