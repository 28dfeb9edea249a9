package io.competitoriq.seal;

/// What is sealed cannot be opened; the message says why, and never what was stored.
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(String why) {
    super(why, null, false, false);
  }
}
