package io.competitoriq.analysis.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.analysis.battlecard.Citation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One proposed change of a section, and what was decided on it.
///
/// @param blockId with REPLACE and DROP: the block
/// @param before with REPLACE and DROP: what the block said when this was proposed
/// @param text with ADD and REPLACE what it would say; with DROP why
/// @param inference whether it follows from what is written instead of being written
/// @param citations where it is written, at least one
@JsonIgnoreProperties(ignoreUnknown = true)
public record Claim(
    UUID id,
    Act act,
    @Nullable UUID blockId,
    @Nullable String before,
    String text,
    boolean inference,
    List<Citation> citations,
    Decision decision,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt) {

  public Claim {
    citations = List.copyOf(citations);
    if ((act == Act.ADD) != (blockId == null)) {
      throw new IllegalArgumentException("a claim names a block unless it adds one");
    }
    if (citations.isEmpty()) {
      throw new IllegalArgumentException("a claim cites where it is written");
    }
  }

  /// What it would do.
  public enum Act {
    ADD,
    REPLACE,
    DROP
  }

  /// What a person said to it.
  public enum Decision {
    OPEN,
    ACCEPTED,
    REFUSED
  }

  Claim decided(Decision said, UUID memberId, Instant at) {
    return new Claim(id, act, blockId, before, text, inference, citations, said, memberId, at);
  }
}
