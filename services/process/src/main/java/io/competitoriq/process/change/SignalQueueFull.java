package io.competitoriq.process.change;

/// The next step takes no more work: nothing was stored, come back later.
public final class SignalQueueFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignalQueueFull(String reason) {
    super(reason);
  }
}
