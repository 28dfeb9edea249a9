package io.competitoriq.crawl.retention;

import java.util.List;
import java.util.UUID;

/// What the rules would let go now.
///
/// @param bytes as stored, so compressed, and each body once
/// @param complete false: there is more than a preview looks at
/// @param sources those that would lose something
public record PreviewView(long snapshots, long bytes, boolean complete, List<SourceShare> sources) {

  /// @param bytes a body that several sources share goes with the last of them
  public record SourceShare(UUID sourceId, long snapshots, long bytes) {}
}
