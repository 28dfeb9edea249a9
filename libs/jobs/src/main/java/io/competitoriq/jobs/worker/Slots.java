package io.competitoriq.jobs.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many jobs of a queue this process may run at once. One loop takes; any thread frees.
final class Slots {

  private final int size;
  private final Semaphore free;

  Slots(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a queue needs at least one slot, not " + size);
    }
    this.size = size;
    this.free = new Semaphore(size);
  }

  /// Waits for a free slot, at most `patience`.
  ///
  /// @return the number of free slots now, 0 when all stayed busy
  int awaitFree(Duration patience) throws InterruptedException {
    if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return 0;
    }
    free.release();
    return free.availablePermits();
  }

  void take() {
    if (!free.tryAcquire()) {
      throw new IllegalStateException("more jobs than slots");
    }
  }

  void release() {
    free.release();
  }

  int busy() {
    return size - free.availablePermits();
  }

  int size() {
    return size;
  }
}
