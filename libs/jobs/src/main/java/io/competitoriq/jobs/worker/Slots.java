package io.competitoriq.jobs.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many jobs of a queue this process may run at once. One loop takes and resizes; any thread
/// frees, or says that a job has ended and only its completion is still to be written.
final class Slots implements Home {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<RunningJob> ended = new ArrayList<>();
  private boolean gathering;
  private boolean nudged;
  private int size;
  private int busy;
  private int promised;
  private int awaited = 1;

  Slots(int size) {
    this.size = atLeastOne(size);
  }

  /// Waits for a free slot, at most `patience`.
  ///
  /// @return the number of free slots now, 0 when all stayed busy
  int awaitFree(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      awaited = 1;
      while (size <= busy && left > 0) {
        left = changed.awaitNanos(left);
      }
      return Math.max(0, size - busy);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until so many slots are free or their jobs have ended, or for [#nudge], at most
  /// `patience`; for all slots when there are fewer.
  ///
  /// @return false when the time is over and none is
  boolean awaitVacant(int wanted, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      awaited = Math.min(wanted, size);
      while (vacant() < awaited && !nudged && left > 0) {
        left = changed.awaitNanos(left);
      }
      return nudged || vacant() > 0;
    } finally {
      nudged = false;
      awaited = 1;
      lock.unlock();
    }
  }

  /// Slots that are free or whose jobs have ended, and promised to nobody; may be negative after a
  /// resize.
  int vacant() {
    lock.lock();
    try {
      return size - busy - promised + ended.size();
    } finally {
      lock.unlock();
    }
  }

  boolean hasEnded() {
    lock.lock();
    try {
      return !ended.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// A slot is taken; with one more than there are, the next ones to be freed pay it back.
  void take() {
    lock.lock();
    try {
      busy++;
    } finally {
      lock.unlock();
    }
  }

  /// So many free slots more, or fewer, are kept for jobs whose claim is on its way.
  void promise(int more) {
    lock.lock();
    try {
      promised += more;
      wake();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leave() {
    lock.lock();
    try {
      busy--;
      wake();
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    if (vacant() >= awaited) {
      changed.signalAll();
    }
  }

  /// Waits for a job to end or for [#nudge], at most `patience`.
  void awaitEnded(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (ended.isEmpty() && !nudged && left > 0) {
        left = changed.awaitNanos(left);
      }
      nudged = false;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for [#nudge] alone, at most `patience`.
  void awaitNudge(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (!nudged && left > 0) {
        left = changed.awaitNanos(left);
      }
      nudged = false;
    } finally {
      lock.unlock();
    }
  }

  /// Something else has happened that the loop waits for.
  void nudge() {
    lock.lock();
    try {
      nudged = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Jobs that have ended are gathered here from now on, or no more.
  ///
  /// @return those that nobody has taken
  List<RunningJob> gather(boolean wanted) {
    lock.lock();
    try {
      gathering = wanted;
      return wanted ? List.of() : takeEnded();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean ended(RunningJob job) {
    lock.lock();
    try {
      if (gathering) {
        ended.add(job);
        wake();
      }
      return gathering;
    } finally {
      lock.unlock();
    }
  }

  /// The jobs that have ended since the last call.
  List<RunningJob> takeEnded() {
    lock.lock();
    try {
      List<RunningJob> taken = ended;
      ended = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// Fewer slots take effect as running jobs end: none is interrupted.
  void resize(int wanted) {
    lock.lock();
    try {
      size = atLeastOne(wanted);
    } finally {
      lock.unlock();
    }
  }

  /// Not taken and promised to nobody; negative when one more is taken than there are.
  int free() {
    lock.lock();
    try {
      return size - busy - promised;
    } finally {
      lock.unlock();
    }
  }

  int busy() {
    lock.lock();
    try {
      return busy;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  private static int atLeastOne(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a queue needs at least one slot, not " + size);
    }
    return size;
  }
}
