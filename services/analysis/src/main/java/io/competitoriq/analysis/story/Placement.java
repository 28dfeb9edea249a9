package io.competitoriq.analysis.story;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a signal goes: into the oldest story it is tied to, and the others it is tied to become
/// one with that. What a person took apart stays apart: such a story is joined only where no other
/// is tied, and never merged.
///
/// @param into none: a story of its own
/// @param merged stories that go up in it
record Placement(Optional<UUID> into, List<UUID> merged) {

  Placement {
    merged = List.copyOf(merged);
  }

  /// A story the signal is tied to.
  ///
  /// @param apart taken apart by hand
  record Tied(UUID storyId, boolean apart) {}

  static Placement of(Collection<Tied> tied) {
    List<UUID> open = ids(tied, false);
    if (!open.isEmpty()) {
      return new Placement(Optional.of(open.getFirst()), open.subList(1, open.size()));
    }
    return new Placement(ids(tied, true).stream().findFirst(), List.of());
  }

  /// Ids are times first: the smallest is the oldest.
  private static List<UUID> ids(Collection<Tied> tied, boolean apart) {
    return tied.stream()
        .filter(each -> each.apart() == apart)
        .map(Tied::storyId)
        .distinct()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }
}
