package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is left of an answer after the check. Stored as JSON beside the signal.
///
/// @param headline null when it named figures the evidence does not
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckedAnswer(
    boolean relevant,
    Category category,
    @Nullable String headline,
    @Nullable String whyItMatters,
    List<Claim> claims,
    List<String> audience,
    int significance,
    Confidence confidence,
    @Nullable String noiseReason,
    boolean insufficientEvidence,
    Map<Dropped, Integer> dropped) {

  /// @param evidenceIds of the signal's evidence, at least one
  /// @param kind null in answers of earlier releases
  record Claim(
      String text,
      List<UUID> evidenceIds,
      @Nullable String quoteOld,
      @Nullable String quoteNew,
      @Nullable ClaimKind kind) {}

  /// How many claims did not stand.
  int droppedClaims() {
    return dropped.entrySet().stream()
        .filter(entry -> entry.getKey().isClaim())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// True when the model claimed something and none of it stands: such an answer is not shown.
  @JsonIgnore
  boolean isUnsupported() {
    return claims.isEmpty() && droppedClaims() > 0;
  }

  /// One or two sentences on how far the answer can be trusted.
  String standing() {
    List<String> sentences = new ArrayList<>();
    int made = claims.size() + droppedClaims();
    if (insufficientEvidence) {
      sentences.add("The model found too little evidence for a full assessment.");
    }
    if (made > 0) {
      sentences.add(ofClaims(made));
    }
    dropped.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue() + " " + entry.getKey().because() + ".")
        .forEach(sentences::add);
    return sentences.isEmpty() ? "The model made no claim." : String.join(" ", sentences);
  }

  private String ofClaims(int made) {
    if (droppedClaims() > 0) {
      return "%d of %d claims dropped.".formatted(droppedClaims(), made);
    }
    return made == 1
        ? "Its one claim stands on verified quotes."
        : "All %d claims stand on verified quotes.".formatted(made);
  }
}
