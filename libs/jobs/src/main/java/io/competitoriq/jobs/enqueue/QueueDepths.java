package io.competitoriq.jobs.enqueue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// How many jobs wait in a queue, roughly: counted at most every two seconds, own additions
/// included.
@ApplicationScoped
class QueueDepths {

  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
  private static final String COUNT =
      "select count(*) from (select 1 from jobs.job where queue = $1 and state = 0 limit $2) as waiting";

  private final Map<String, Depth> known = new ConcurrentHashMap<>();
  private final LongSupplier nanos = System::nanoTime;

  private record Depth(long jobs, long atNanos) {}

  Uni<Long> of(Statements statements, String queue, int most) {
    Depth depth = known.get(queue);
    if (depth != null && nanos.getAsLong() - depth.atNanos() < FRESH_NANOS) {
      return Uni.createFrom().item(depth.jobs());
    }
    return statements
        .select(COUNT, queue, (long) most)
        .map(rows -> (Long) rows.getFirst()[0])
        .invoke(jobs -> known.put(queue, new Depth(jobs, nanos.getAsLong())));
  }

  void added(String queue, int jobs) {
    known.computeIfPresent(queue, (_, depth) -> new Depth(depth.jobs() + jobs, depth.atNanos()));
  }
}
