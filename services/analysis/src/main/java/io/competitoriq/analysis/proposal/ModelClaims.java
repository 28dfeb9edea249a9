package io.competitoriq.analysis.proposal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of a model as it comes, unchecked against the evidence; its shape is refused here,
/// because not every compatible server enforces the schema.
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record ModelClaims(List<Item> claims, Boolean insufficientEvidence) {

  private static final int MOST = 40;

  ModelClaims {
    claims = List.copyOf(requireNonNull(claims, "claims"));
    requireNonNull(insufficientEvidence, "insufficient_evidence");
    if (claims.size() > MOST) {
      throw new IllegalArgumentException("too many claims");
    }
  }

  /// One thing the model would change.
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(
      Act act,
      @Nullable String blockId,
      String text,
      Kind kind,
      List<String> evidenceIds,
      String quote) {

    Item {
      requireNonNull(act, "act");
      requireNonNull(text, "text");
      requireNonNull(kind, "kind");
      evidenceIds = List.copyOf(requireNonNull(evidenceIds, "evidence_ids"));
      requireNonNull(quote, "quote");
    }
  }

  enum Act {
    @JsonProperty("add")
    ADD,
    @JsonProperty("replace")
    REPLACE,
    @JsonProperty("drop")
    DROP
  }

  enum Kind {
    @JsonProperty("fact")
    FACT,
    @JsonProperty("inference")
    INFERENCE
  }
}
