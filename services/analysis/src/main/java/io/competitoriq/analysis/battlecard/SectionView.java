package io.competitoriq.analysis.battlecard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A section as people see it.
public record SectionView(UUID id, SectionKind kind, String title, List<BlockView> blocks) {

  /// A block as people see it.
  ///
  /// @param facts with LIVE only
  /// @param stale whether a fact its prose was read from has moved since it was published
  public record BlockView(
      UUID id,
      BlockKind kind,
      String text,
      @Nullable LiveKind live,
      List<Citation> citations,
      Origin origin,
      @Nullable LiveFacts facts,
      boolean stale) {}
}
