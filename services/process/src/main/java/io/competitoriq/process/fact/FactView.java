package io.competitoriq.process.fact;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact as readers see it.
///
/// @param validFrom since when it is true, as far as the page tells; else when we saw it first
/// @param validTo null while it holds
/// @param observedAt when the version that states it was fetched
/// @param lastSeen when a version stated it last
/// @param link where the subject itself is to be read
/// @param terms what an offer says besides its amount; null for anything else
/// @param lineageId the same for all versions of a fact, under whatever name
/// @param recordedAt when we wrote that it is true
/// @param endRecordedAt when we wrote that it ended; null while it holds
/// @param details what else the page tells of the subject
/// @param override what a person says instead; `value` stays what was read
public record FactView(
    UUID id,
    UUID competitorId,
    UUID sourceId,
    FactKind kind,
    String subject,
    String field,
    FactValue value,
    Instant validFrom,
    @Nullable Instant validTo,
    Instant observedAt,
    Instant lastSeen,
    double confidence,
    Method method,
    FactStatus status,
    @Nullable String link,
    List<Evidence> evidence,
    @Nullable OfferTerms terms,
    UUID lineageId,
    Instant recordedAt,
    @Nullable Instant endRecordedAt,
    List<DetailView> details,
    @Nullable OverrideView override) {

  static FactView of(StoredFact row, @Nullable Instant validTo, @Nullable OverrideView override) {
    return new FactView(
        row.id,
        row.competitorId,
        row.sourceId,
        row.kind,
        row.subject,
        row.field,
        row.value(),
        row.validFrom,
        validTo,
        row.observedAt,
        row.lastSeen,
        row.confidence,
        row.method,
        override == null ? row.status : FactStatus.OVERRIDDEN,
        row.link,
        row.evidence.items(),
        row.terms,
        row.lineageId,
        row.recordedAt,
        validTo == null ? null : row.endRecordedAt,
        row.details.items(),
        override);
  }
}
