package io.competitoriq.jobs.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A start of a job ended. Never authoritative: who cares reads the job.
///
/// @param id position in the queue's stream for resuming (`Last-Event-ID`), of the last event of a
///   batch only: who breaks off inside one hears it again instead of missing its rest
/// @param type completed, retried, snoozed, dead, cancelled, released or lost
public record QueueEvent(@Nullable String id, String type, long jobId) {

  /// Reads a batch `type:job,type:job,...`.
  static List<QueueEvent> batch(String id, String text) {
    String[] parts = text.split(",", -1);
    List<QueueEvent> events = new ArrayList<>(parts.length);
    for (int i = 0; i < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      events.add(
          new QueueEvent(
              i == parts.length - 1 ? id : null,
              parts[i].substring(0, colon),
              Long.parseLong(parts[i].substring(colon + 1))));
    }
    return events;
  }
}
