package io.competitoriq.analysis.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.competitoriq.analysis.profile.Audience;
import io.competitoriq.messages.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of a model as it comes, unchecked against the evidence; its shape is refused here,
/// because not every compatible server enforces the schema.
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record ChangeAssessment(
    Boolean relevant,
    Category category,
    String headline,
    List<Claim> whatChanged,
    String whyItMatters,
    List<Audience> audience,
    Integer significance,
    Confidence confidence,
    @Nullable String noiseReason,
    Boolean insufficientEvidence) {

  private static final int MOST_CLAIMS = 50;

  ChangeAssessment {
    requireNonNull(relevant, "relevant");
    requireNonNull(category, "category");
    requireNonNull(headline, "headline");
    whatChanged = List.copyOf(requireNonNull(whatChanged, "what_changed"));
    requireNonNull(whyItMatters, "why_it_matters");
    audience = List.copyOf(requireNonNull(audience, "audience"));
    requireNonNull(significance, "significance");
    requireNonNull(confidence, "confidence");
    requireNonNull(insufficientEvidence, "insufficient_evidence");
    if (significance < 0 || significance > 100) {
      throw new IllegalArgumentException("significance must be 0 to 100");
    }
    if (whatChanged.size() > MOST_CLAIMS) {
      throw new IllegalArgumentException("too many claims");
    }
  }

  /// One thing the model says has changed.
  ///
  /// @param kind null under the first prompt
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Claim(
      String text,
      List<String> evidenceIds,
      @Nullable String field,
      @Nullable String old,
      @JsonProperty("new") @Nullable String now,
      @Nullable String quoteOld,
      @Nullable String quoteNew,
      @Nullable ClaimKind kind) {

    Claim {
      requireNonNull(text, "text");
      evidenceIds = List.copyOf(requireNonNull(evidenceIds, "evidence_ids"));
    }

    /// The first prompt asked for facts only.
    ClaimKind kindOrFact() {
      return kind == null ? ClaimKind.FACT : kind;
    }
  }
}
