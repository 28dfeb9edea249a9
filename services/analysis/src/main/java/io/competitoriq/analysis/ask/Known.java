package io.competitoriq.analysis.ask;

import java.util.List;
import java.util.UUID;

/// A competitor that questions can name.
///
/// @param domain of its home page; may be empty
/// @param tags the workspace's own words for it
public record Known(UUID id, String name, String domain, List<String> tags) {

  public Known {
    tags = List.copyOf(tags);
  }
}
