package io.competitoriq.crawl.snapshot;

/// The next step takes no more work: nothing was stored, come back later.
public final class ProcessQueueFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProcessQueueFull(String reason) {
    super(reason);
  }
}
