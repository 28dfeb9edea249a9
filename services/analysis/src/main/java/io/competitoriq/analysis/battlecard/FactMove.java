package io.competitoriq.analysis.battlecard;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact behind a published card that is no longer what it was then.
///
/// @param before null when it was not there
/// @param after null when it is gone
/// @param since since when the new value is true, as far as known; null when the fact is gone
/// @param wasWritten where it was written then
/// @param isWritten where it is written now
/// @param signalId the latest signal about it since then, if there was one
public record FactMove(
    FactKind kind,
    UUID lineageId,
    String subject,
    String field,
    @Nullable FactValue before,
    @Nullable FactValue after,
    @Nullable Instant since,
    @Nullable Evidence wasWritten,
    @Nullable Evidence isWritten,
    @Nullable UUID signalId) {

  FactMove with(@Nullable UUID signal) {
    return new FactMove(
        kind, lineageId, subject, field, before, after, since, wasWritten, isWritten, signal);
  }
}
