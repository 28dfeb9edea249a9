package io.competitoriq.gateway.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What waits for a slow browser: bounded, the oldest gives way and is reported once as missed.
/// Used from one thread.
final class Mailbox {

  private final int capacity;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean overflowed;

  Mailbox(int capacity) {
    this.capacity = capacity;
  }

  void put(String message) {
    waiting.addLast(message);
    if (waiting.size() > capacity) {
      waiting.removeFirst();
      overflowed = true;
    }
  }

  /// The next message; empty when there is none.
  Optional<String> take() {
    return Optional.ofNullable(waiting.pollFirst());
  }

  /// Whether messages were dropped since the last time this was asked.
  boolean takeOverflow() {
    boolean had = overflowed;
    overflowed = false;
    return had;
  }
}
