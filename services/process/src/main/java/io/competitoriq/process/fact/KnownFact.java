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
/// @param missingSince the first version that no longer showed it; null while it is shown
/// @param terms what an offer says besides its amount
public record KnownFact(
    UUID id,
    FactKind kind,
    String key,
    String subject,
    String field,
    FactValue value,
    Instant validFrom,
    @Nullable Instant missingSince,
    List<Evidence> evidence,
    @Nullable OfferTerms terms) {

  /// A fact that is no offer.
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
    this(id, kind, key, subject, field, value, validFrom, missingSince, evidence, null);
  }

  public KnownFact {
    evidence = List.copyOf(evidence);
  }
}
