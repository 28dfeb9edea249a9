package io.competitoriq.process.change;

import static java.util.Objects.requireNonNull;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.content.Block;
import org.jspecify.annotations.Nullable;

/// One step from an old list of blocks to a new one.
///
/// @param kind null when the block is the same
/// @param before null when the block is new
/// @param after null when the block is gone
/// @param ignoredBy why the step is no news; null when it is
public record Step(
    @Nullable ChangeKind kind,
    @Nullable Block before,
    @Nullable Block after,
    @Nullable String ignoredBy) {

  Step ignored(String reason) {
    return new Step(kind, before, after, reason);
  }

  /// The block as it is now, or as it was.
  public Block block() {
    return after != null ? after : requireNonNull(before);
  }

  public boolean isNews() {
    return kind != null && ignoredBy == null;
  }
}
