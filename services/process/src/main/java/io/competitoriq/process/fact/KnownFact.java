package io.competitoriq.process.fact;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored fact that holds until further notice.
///
/// @param lineageId the first fact of which this is the latest version
/// @param missingSince the first version that no longer showed it; null while it is shown
/// @param terms what an offer says besides its amount
/// @param details what else the page told of the subject
public record KnownFact(
    UUID id,
    UUID lineageId,
    FactKind kind,
    String key,
    String subject,
    String field,
    FactValue value,
    Instant validFrom,
    @Nullable Instant missingSince,
    @Nullable String link,
    List<Evidence> evidence,
    @Nullable OfferTerms terms,
    List<DetailView> details) {

  public KnownFact {
    evidence = List.copyOf(evidence);
    details = List.copyOf(details);
  }

  /// The first version of a fact that is no offer, without an address of its own.
  public KnownFact(
      UUID id,
      FactKind kind,
      String key,
      String subject,
      String field,
      FactValue value,
      Instant validFrom,
      @Nullable Instant missingSince,
      List<Evidence> evidence) {
    this(
        id,
        id,
        kind,
        key,
        subject,
        field,
        value,
        validFrom,
        missingSince,
        null,
        evidence,
        null,
        List.of());
  }

  /// The same, not shown since.
  public KnownFact missing(@Nullable Instant since) {
    return new KnownFact(
        id, lineageId, kind, key, subject, field, value, validFrom, since, link, evidence, terms,
        details);
  }
}
