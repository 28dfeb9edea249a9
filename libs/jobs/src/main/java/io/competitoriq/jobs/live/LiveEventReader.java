package io.competitoriq.jobs.live;

import io.competitoriq.jobs.tickets.RedisLink;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// Live events of all workspaces in order, from a position on. The reader keeps going while Redis
/// is away.
@ApplicationScoped
public class LiveEventReader {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final String BATCH = "500";
  private static final Pattern POSITION = Pattern.compile("\\d{1,19}-\\d{1,19}");

  private final RedisLink redis;

  LiveEventReader(RedisLink redis) {
    this.redis = redis;
  }

  /// Every event after `lastId`, then those to come; anything that is no stream position (such as
  /// "") starts now. Each subscriber costs one cheap range read every 250 ms and never a blocked
  /// connection. Never fails, never completes.
  public Multi<LiveEvent> from(String lastId) {
    return Multi.createFrom()
        .deferred(
            () -> {
              var position =
                  new AtomicReference<>(POSITION.matcher(lastId).matches() ? lastId : "");
              return Multi.createFrom()
                  .ticks()
                  .every(PERIOD)
                  .onOverflow()
                  .dropPreviousItems()
                  .onItem()
                  .transformToUniAndConcatenate(_ -> next(position))
                  .onItem()
                  .disjoint();
            });
  }

  private Uni<List<LiveEvent>> next(AtomicReference<String> position) {
    Uni<List<LiveEvent>> events = position.get().isEmpty() ? end(position) : after(position.get());
    return events
        .invoke(found -> found.stream().map(LiveEvent::id).forEach(position::set))
        .onFailure()
        .recoverWithItem(List.<LiveEvent>of());
  }

  private Uni<List<LiveEvent>> after(String position) {
    return redis
        .send(Command.XRANGE, LiveEvents.STREAM, "(" + position, "+", "COUNT", BATCH)
        .map(LiveEventReader::events);
  }

  /// The first read of a subscriber without a position only finds out where the stream ends.
  private Uni<List<LiveEvent>> end(AtomicReference<String> position) {
    return redis
        .send(Command.XREVRANGE, LiveEvents.STREAM, "+", "-", "COUNT", "1")
        .map(LiveEventReader::events)
        .invoke(last -> position.set(last.isEmpty() ? "0-0" : last.getFirst().id()))
        .replaceWith(List.<LiveEvent>of());
  }

  private static List<LiveEvent> events(Response entries) {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Response fields = entries.get(i).get(1);
      events.add(
          new LiveEvent(
              entries.get(i).get(0).toString(),
              UUID.fromString(fields.get(1).toString()),
              fields.get(3).toString(),
              UUID.fromString(fields.get(5).toString())));
    }
    return events;
  }
}
