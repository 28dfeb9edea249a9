package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.RenderOutcome.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The end of something on the monotonic clock, and waiting no longer than that.
record Deadline(long endNanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  long remainingNanos() {
    return Math.max(0, endNanos - System.nanoTime());
  }

  boolean over() {
    return remainingNanos() == 0;
  }

  /// The answer, or a [RenderFailure]; a [DevTools.Refusal] stays one.
  <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new RenderFailure(Reason.TIMEOUT, "The page did not answer in time.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenderFailure(Reason.BROWSER_LOST, "The rendering was called off.");
    }
  }
}
