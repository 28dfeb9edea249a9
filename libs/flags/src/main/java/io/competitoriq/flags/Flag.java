package io.competitoriq.flags;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The flags the code asks for. One that is not a kill switch ends some day: then it and its other
/// branch leave the code, and a test fails until they do.
public enum Flag {
  /// Timings that browsers send.
  RUM("rum.enabled", true, null);

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

  /// Empty for a kill switch, which stays.
  public Optional<LocalDate> expires() {
    return Optional.ofNullable(expires);
  }
}
