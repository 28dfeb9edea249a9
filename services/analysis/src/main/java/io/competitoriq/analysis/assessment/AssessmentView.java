package io.competitoriq.analysis.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment as it is shown beside its signal.
///
/// @param reason for a person: what it waits for, why there is none, or how far it can be trusted
/// @param failure the name of the reason when there is none
/// @param significance 0..100 as the model sees it; the signal keeps the rules' score
/// @param insufficientEvidence the model found too little to go by
/// @param droppedClaims claims of the model that did not stand up to the evidence
public record AssessmentView(
    AssessmentState state,
    String reason,
    @Nullable String failure,
    @Nullable String headline,
    @Nullable String whyItMatters,
    List<Claim> claims,
    @Nullable Integer significance,
    @Nullable Confidence confidence,
    @Nullable Boolean relevant,
    @Nullable String noiseReason,
    @Nullable Boolean insufficientEvidence,
    List<String> audience,
    int droppedClaims,
    @Nullable String model,
    @Nullable Instant at) {

  /// One thing the model says has changed, and where it is written.
  ///
  /// @param evidenceIds of the signal's evidence
  public record Claim(String text, List<UUID> evidenceIds, ClaimKind kind) {

    static Claim of(CheckedAnswer.Claim claim) {
      ClaimKind kind = claim.kind() == null ? ClaimKind.FACT : claim.kind();
      return new Claim(claim.text(), claim.evidenceIds(), kind);
    }
  }

  /// @param row what a query selected as the `Assessment` beside a signal, null where there is none
  public static @Nullable AssessmentView ofSelected(@Nullable Object row) {
    return row == null ? null : of((Assessment) row);
  }

  private static AssessmentView of(Assessment row) {
    CheckedAnswer answer = row.result;
    if (answer == null) {
      return new AssessmentView(
          row.state,
          row.reason,
          row.failure,
          null,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          List.of(),
          row.droppedClaims,
          row.model,
          row.finishedAt);
    }
    return new AssessmentView(
        row.state,
        row.reason,
        row.failure,
        answer.headline(),
        answer.whyItMatters(),
        answer.claims().stream().map(Claim::of).toList(),
        answer.significance(),
        answer.confidence(),
        answer.relevant(),
        answer.noiseReason(),
        answer.insufficientEvidence(),
        answer.audience(),
        row.droppedClaims,
        row.model,
        row.finishedAt);
  }
}
