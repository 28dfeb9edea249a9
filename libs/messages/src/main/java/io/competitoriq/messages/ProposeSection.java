package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// Somebody wants to know what would change in a section of a battlecard: have the language model
/// say so, claim by claim. Queue `analysis-jobs`, deduplicated by proposal.
///
/// @param promptVersion version of the prompt in force when the job was made, from 1
public record ProposeSection(UUID proposalId, int promptVersion) {

  public static final String QUEUE = "analysis-jobs";
  public static final String KIND = "propose-section";

  public ProposeSection {
    requireNonNull(proposalId, "proposalId");
    if (promptVersion < 1) {
      throw new IllegalArgumentException("promptVersion counts from 1: " + promptVersion);
    }
  }
}
