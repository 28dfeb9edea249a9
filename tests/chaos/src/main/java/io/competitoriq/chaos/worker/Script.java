package io.competitoriq.chaos.worker;

/// How a job behaves, and how it must have ended when all is quiet again.
public enum Script {
  /// One effect at once.
  PLAIN(true),
  /// One effect after the act's time.
  SLOW(true),
  /// Fails twice, then one effect.
  RETRY(true),
  /// Asks for a pause once, then one effect.
  SNOOZE(true),
  /// One effect and the next job in one transaction.
  CHAIN(true),
  /// Fails until its attempts are used up.
  FAILING(false),
  /// Says at its first start that it cannot succeed.
  HOPELESS(false),
  /// Kills its worker.
  POISON(false);

  private final boolean succeeds;

  Script(boolean succeeds) {
    this.succeeds = succeeds;
  }

  /// True: done with one effect; false: dead without any.
  public boolean succeeds() {
    return succeeds;
  }
}
