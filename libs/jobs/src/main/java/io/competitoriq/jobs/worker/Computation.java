package io.competitoriq.jobs.worker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// The threads on which one start of a job computes. They can be asked to stop but not made to, so
/// whoever gives the slot to the next job waits here until they have gone.
final class Computation {

  private final Set<Thread> threads = new HashSet<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean interrupted;

  /// The same work, known here while it runs; refused once the job is over.
  <T> Callable<T> tracked(Callable<T> work) {
    return () -> {
      enter();
      try {
        return work.call();
      } finally {
        leave().forEach(Runnable::run);
      }
    };
  }

  private synchronized void enter() {
    if (interrupted) {
      throw new CancellationException("the job is over");
    }
    threads.add(Thread.currentThread());
  }

  private synchronized List<Runnable> leave() {
    threads.remove(Thread.currentThread());
    // The thread goes back to its pool; an interruption meant for us must not meet the next task.
    var _ = Thread.interrupted();
    if (!threads.isEmpty()) {
      return List.of();
    }
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    return due;
  }

  synchronized void interrupt() {
    interrupted = true;
    threads.forEach(Thread::interrupt);
  }

  /// Runs the action once no thread computes, at once if none does.
  void whenQuiet(Runnable action) {
    synchronized (this) {
      if (!threads.isEmpty()) {
        waiting.add(action);
        return;
      }
    }
    action.run();
  }

  synchronized boolean isQuiet() {
    return threads.isEmpty();
  }
}
