package io.competitoriq.gateway.limit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The buckets of this process alone, for as long as Redis is away; the same arithmetic as
/// `take-request.lua`. The least used ones are forgotten, which forgives and never refuses.
final class LocalBuckets {

  private static final int MOST = 10_000;

  /// Bucket to the time at which it is full again, milliseconds.
  private final Map<String, Double> fullAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
          return size() > MOST;
        }
      };

  /// Takes one request from each bucket, or none from any.
  synchronized List<Limit.Standing> take(List<Limit> limits, long now) {
    boolean refused = limits.stream().anyMatch(limit -> wait(limit, now) > 0);
    List<Limit.Standing> standings = new ArrayList<>();
    for (Limit limit : limits) {
      long wait = wait(limit, now);
      double full = full(limit, now);
      if (!refused) {
        full += limit.every();
        fullAt.put(limit.bucket(), full);
      }
      double left = (limit.burst() * limit.every() - (full - now)) / limit.every();
      standings.add(
          new Limit.Standing(
              limit, Math.max(0, (long) (left + 1e-6)), wait, (long) Math.ceil(full - now)));
    }
    return standings;
  }

  private long wait(Limit limit, long now) {
    double free = full(limit, now) + limit.every() - limit.burst() * limit.every();
    return Math.max(0, (long) Math.ceil(free - now));
  }

  private double full(Limit limit, long now) {
    return Math.max(now, fullAt.getOrDefault(limit.bucket(), 0.0));
  }
}
