package io.competitoriq.crawl.provider;

/// A stored key cannot be opened; the message says why, and never what was stored.
public final class KeyUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyUnreadable(String why) {
    super(why, null, false, false);
  }
}
