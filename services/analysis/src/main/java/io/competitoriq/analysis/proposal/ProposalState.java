package io.competitoriq.analysis.proposal;

/// Where a proposal stands.
public enum ProposalState {
  /// The model is asked.
  PENDING,
  /// Its claims wait for people, or there are none.
  READY,
  /// Nothing came; `reason` says why.
  FAILED
}
