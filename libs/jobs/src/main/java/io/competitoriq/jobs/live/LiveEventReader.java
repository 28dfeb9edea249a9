package io.competitoriq.jobs.live;

import io.competitoriq.jobs.tickets.RedisLink;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Live events of all workspaces in order, from a position on. The reader keeps going while Redis
/// is away.
@ApplicationScoped
public class LiveEventReader {

  private final StreamTail tail;

  LiveEventReader(RedisLink redis) {
    this.tail = new StreamTail(redis, LiveEvents.STREAM);
  }

  /// Every event after `lastId`, then those to come; anything that is no stream position (such as
  /// "") starts now. Each subscriber costs one cheap range read every 250 ms and never a blocked
  /// connection. Never fails, never completes.
  public Multi<LiveEvent> from(String lastId) {
    return tail.from(lastId).map(LiveEventReader::event);
  }

  private static LiveEvent event(StreamTail.Entry entry) {
    return new LiveEvent(
        entry.id(),
        UUID.fromString(entry.value(0)),
        entry.value(1),
        UUID.fromString(entry.value(2)));
  }
}
