package io.competitoriq.bench.queue.agent;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// Calls at an even pace and never catches up by sending late ones later than due.
final class Pacemaker {

  private Pacemaker() {}

  static void run(int times, int perSecond, IntConsumer beat) throws InterruptedException {
    long start = System.nanoTime();
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (int i = 0; i < times; i++) {
      long wait = start + i * gap - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      beat.accept(i);
    }
  }
}
