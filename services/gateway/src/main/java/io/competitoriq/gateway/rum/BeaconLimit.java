package io.competitoriq.gateway.rum;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How many beacons an address may send in a minute. Counted in this process and forgotten with the
/// minute: measurements are not worth a database write, and no address is kept.
@ApplicationScoped
class BeaconLimit {

  static final int PER_MINUTE = 60;
  private static final int MOST_ADDRESSES = 10_000;
  private static final long WINDOW = Duration.ofMinutes(1).toMillis();

  private final Clock clock;
  private final Map<String, Integer> taken = new HashMap<>();
  private long window;

  BeaconLimit(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean take(String address) {
    long now = clock.millis() / WINDOW;
    if (now != window) {
      window = now;
      taken.clear();
    }
    if (taken.size() >= MOST_ADDRESSES && !taken.containsKey(address)) {
      return false;
    }
    return taken.merge(address, 1, Integer::sum) <= PER_MINUTE;
  }
}
