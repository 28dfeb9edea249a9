package io.competitoriq.chaos.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits with an end.
public final class Waiting {

  private static final long GLANCE_MILLIS = 20;

  private Waiting() {}

  /// @throws IllegalStateException when it has not come true in time
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    if (!happens(patience, condition)) {
      throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain: " + what);
    }
  }

  /// @return false when it has not come true in time
  public static boolean happens(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      rest(Duration.ofMillis(GLANCE_MILLIS));
    }
    return true;
  }

  /// Lets the time pass that a fault lasts.
  public static void rest(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }
}
