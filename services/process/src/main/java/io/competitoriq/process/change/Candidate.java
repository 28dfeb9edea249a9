package io.competitoriq.process.change;

import java.util.List;
import java.util.UUID;

/// A stored text change that waits for the next visit.
public record Candidate(UUID changeId, UUID documentId, List<Hunk> hunks) {
  public Candidate {
    hunks = List.copyOf(hunks);
  }
}
