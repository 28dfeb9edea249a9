package io.competitoriq.jobs.live;

import io.competitoriq.jobs.tickets.RedisLink;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// One Redis stream in order, from a position on. Keeps going while Redis is away.
///
/// @param key the stream's key
record StreamTail(RedisLink redis, String key) {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final String BATCH = "500";
  private static final Pattern POSITION = Pattern.compile("\\d{1,19}-\\d{1,19}");

  /// An entry of the stream.
  ///
  /// @param fields name, value, name, value, ...
  record Entry(String id, Response fields) {

    String value(int index) {
      return fields.get(2 * index + 1).toString();
    }
  }

  /// Every entry after `lastId`, then those to come; anything that is no stream position (such as
  /// "") starts now. Each subscriber costs one cheap range read every 250 ms and never a blocked
  /// connection. Never fails, never completes.
  Multi<Entry> from(String lastId) {
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

  private Uni<List<Entry>> next(AtomicReference<String> position) {
    Uni<List<Entry>> entries = position.get().isEmpty() ? end(position) : after(position.get());
    return entries
        .invoke(found -> found.stream().map(Entry::id).forEach(position::set))
        .onFailure()
        .recoverWithItem(List.<Entry>of());
  }

  private Uni<List<Entry>> after(String position) {
    return redis
        .send(Command.XRANGE, key, "(" + position, "+", "COUNT", BATCH)
        .map(StreamTail::entries);
  }

  /// The first read of a subscriber without a position only finds out where the stream ends.
  private Uni<List<Entry>> end(AtomicReference<String> position) {
    return redis
        .send(Command.XREVRANGE, key, "+", "-", "COUNT", "1")
        .map(StreamTail::entries)
        .invoke(last -> position.set(last.isEmpty() ? "0-0" : last.getFirst().id()))
        .replaceWith(List.<Entry>of());
  }

  private static List<Entry> entries(Response found) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      entries.add(new Entry(found.get(i).get(0).toString(), found.get(i).get(1)));
    }
    return entries;
  }
}
