package io.competitoriq.jobs.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many jobs of a queue this process may run at once. One loop takes and resizes; any thread
/// frees.
final class Slots {

  private final Permits free;
  private volatile int size;

  Slots(int size) {
    this.size = atLeastOne(size);
    this.free = new Permits(size);
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

  /// Fewer slots take effect as running jobs end: none is interrupted.
  void resize(int wanted) {
    int more = atLeastOne(wanted) - size;
    size = wanted;
    if (more > 0) {
      free.release(more);
    } else {
      free.shrink(-more);
    }
  }

  int busy() {
    return size - free.availablePermits();
  }

  int size() {
    return size;
  }

  private static int atLeastOne(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a queue needs at least one slot, not " + size);
    }
    return size;
  }

  /// A semaphore that may owe permits.
  private static final class Permits extends Semaphore {

    private static final long serialVersionUID = 1L;

    Permits(int permits) {
      super(permits);
    }

    void shrink(int permits) {
      reducePermits(permits);
    }
  }
}
