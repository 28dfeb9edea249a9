package io.competitoriq.gateway.live;

import io.competitoriq.jobs.live.LiveEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// The last events of all workspaces, for browsers that come back. Used from one thread.
final class LiveTail {

  private final int capacity;
  private final Deque<Placed> events = new ArrayDeque<>();
  private Position forgotten = Position.START;

  LiveTail(int capacity) {
    this.capacity = capacity;
  }

  private record Placed(Position at, LiveEvent event) {}

  void add(Position at, LiveEvent event) {
    events.addLast(new Placed(at, event));
    if (events.size() > capacity) {
      forgotten = events.removeFirst().at();
    }
  }

  /// Where the stream ends.
  Position end() {
    return events.isEmpty() ? forgotten : events.getLast().at();
  }

  /// Whether events after that position may have been forgotten.
  boolean hasGapAfter(Position position) {
    return position.compareTo(forgotten) < 0;
  }

  /// What the workspace has missed since.
  List<LiveEvent> after(Position position, UUID workspaceId) {
    return events.stream()
        .filter(placed -> placed.at().compareTo(position) > 0)
        .map(Placed::event)
        .filter(event -> event.workspaceId().equals(workspaceId))
        .toList();
  }
}
