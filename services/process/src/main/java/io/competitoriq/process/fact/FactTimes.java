package io.competitoriq.process.fact;

import io.competitoriq.http.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which facts are wanted in the two times a fact lives in: when it is true, and when we knew.
///
/// @param current only what has not ended
/// @param asOf only what was true then; null for any time
/// @param knownAt only what was written by then, ended or not as it was written then; null for now
record FactTimes(boolean current, @Nullable Instant asOf, @Nullable Instant knownAt) {

  private static final String OPEN = "validTo is null";
  private static final String OPEN_THEN = "(validTo is null or endRecordedAt > :knownAt)";

  FactTimes {
    Instants.requireStorable("asOf", asOf);
    Instants.requireStorable("knownAt", knownAt);
  }

  void addTo(List<String> conditions, Map<String, Object> values) {
    String open = knownAt == null ? OPEN : OPEN_THEN;
    if (knownAt != null) {
      conditions.add("recordedAt <= :knownAt");
      values.put("knownAt", knownAt);
    }
    if (current) {
      conditions.add(open);
    }
    if (asOf != null) {
      conditions.add("validFrom <= :asOf and (validTo > :asOf or " + open + ")");
      values.put("asOf", asOf);
    }
  }

  /// The end of a fact, unless it was written later.
  @Nullable Instant endOf(StoredFact fact) {
    Instant written = fact.endRecordedAt;
    return knownAt != null && written != null && written.isAfter(knownAt) ? null : fact.validTo;
  }
}
