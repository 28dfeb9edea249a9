package io.competitoriq.local.market;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One dated event of the script.
///
/// @param after pause since the step before, in accelerated time
/// @param company whose site changes
/// @param title what a reader of the site would say happened
record Step(String id, Duration after, String company, String title, List<Edit> edits) {

  /// One change of the company's document.
  ///
  /// @param path names and entry ids, e.g. `/plans/pro/monthly`
  /// @param value absent for a removal
  record Edit(Op op, String path, @Nullable JsonNode value) {}

  enum Op {
    SET,
    PREPEND,
    APPEND,
    REMOVE
  }
}
