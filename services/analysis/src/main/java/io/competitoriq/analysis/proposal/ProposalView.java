package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A proposal as people see it.
///
/// @param origin MODEL or RULES
/// @param reason for a person: how far it can be trusted, what it waits for, or why nothing came
/// @param droppedClaims claims of the model that did not stand up to the evidence
public record ProposalView(
    UUID id,
    UUID sectionId,
    Origin origin,
    ProposalState state,
    String reason,
    @Nullable String model,
    int droppedClaims,
    List<Claim> claims,
    UUID createdBy,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /// After that long nobody answers any more: the job for it is gone.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  static ProposalView of(Proposal row, Instant now) {
    boolean abandoned =
        row.state == ProposalState.PENDING && row.createdAt.plus(PATIENCE).isBefore(now);
    return new ProposalView(
        row.id,
        row.sectionId,
        row.origin,
        abandoned ? ProposalState.FAILED : row.state,
        abandoned ? "No answer came; ask again." : row.reason,
        row.model,
        row.droppedClaims,
        row.claims.items(),
        row.createdBy,
        row.createdAt,
        row.finishedAt);
  }
}
