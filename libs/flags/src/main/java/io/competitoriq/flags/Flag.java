package io.competitoriq.flags;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The flags the code asks for. One that is not a kill switch ends some day: then it and its other
/// branch leave the code, and a test fails until they do.
public enum Flag {
  /// Timings that browsers send.
  RUM("rum.enabled", true, null),

  /// Whatever goes out to collect: visits, providers, discovery.
  CRAWL("crawl.enabled", true, null),

  /// Reading of snapshots into documents, facts and changes.
  PROCESS("process.enabled", true, null),

  /// Calls to language models.
  MODEL("model.enabled", true, null),

  /// New accounts.
  SIGNUP("signup.enabled", true, null);

  private final String key;
  private final boolean otherwise;
  private final @Nullable LocalDate expires;

  Flag(String key, boolean otherwise, @Nullable LocalDate expires) {
    this.key = key;
    this.otherwise = otherwise;
    this.expires = expires;
  }

  public String key() {
    return key;
  }

  /// What holds while no value has ever been read.
  public boolean otherwise() {
    return otherwise;
  }

  /// Why something does not go on, for people. Jobs that were snoozed for it are known by it.
  public String offReason() {
    return "An operator of this installation has switched this off for now (flag " + key + ").";
  }

  /// Empty for a kill switch, which stays.
  public Optional<LocalDate> expires() {
    return Optional.ofNullable(expires);
  }
}
