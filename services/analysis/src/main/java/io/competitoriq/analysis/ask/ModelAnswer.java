package io.competitoriq.analysis.ask;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.competitoriq.analysis.assessment.Confidence;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of a model as it comes, unchecked against the sources; its shape is refused here,
/// because not every compatible server enforces the schema.
@RegisterForReflection(
    targets = {ModelAnswer.class, ModelAnswer.Claim.class, ModelAnswer.Grounds.class})
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record ModelAnswer(
    Verdict verdict,
    List<Claim> claims,
    Confidence confidence,
    @Nullable String missing,
    List<String> followUps) {

  private static final int MOST_CLAIMS = 50;

  ModelAnswer {
    requireNonNull(verdict, "verdict");
    claims = List.copyOf(requireNonNull(claims, "claims"));
    requireNonNull(confidence, "confidence");
    followUps = List.copyOf(requireNonNull(followUps, "follow_ups"));
    if (claims.size() > MOST_CLAIMS) {
      throw new IllegalArgumentException("too many claims");
    }
  }

  /// One sentence and what it rests on.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Claim(String text, List<Grounds> citations) {
    Claim {
      requireNonNull(text, "text");
      citations = List.copyOf(requireNonNull(citations, "citations"));
    }
  }

  /// @param id of a source
  /// @param quote words of it
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Grounds(String id, String quote) {
    Grounds {
      requireNonNull(id, "id");
      requireNonNull(quote, "quote");
    }
  }
}
