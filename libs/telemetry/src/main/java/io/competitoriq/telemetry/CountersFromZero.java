package io.competitoriq.telemetry;

import io.micrometer.core.instrument.MeterRegistry;

/// Counters that exist from the start of the process: the first event of a series that appears with
/// it would be no increase to whoever watches, and a rate over nothing is no zero.
public final class CountersFromZero {

  private CountersFromZero() {}

  /// One counter without labels.
  public static void in(MeterRegistry meters, String name) {
    meters.counter(name);
  }

  /// One counter for every value of its label.
  ///
  /// @param values all that can come, so that no dashboard has to guess them
  public static void in(MeterRegistry meters, String name, String label, Iterable<String> values) {
    values.forEach(value -> meters.counter(name, label, value));
  }

  /// The same, where the values are the names of an enumeration.
  public static <E extends Enum<E>> void in(
      MeterRegistry meters, String name, String label, Class<E> values) {
    for (E value : values.getEnumConstants()) {
      meters.counter(name, label, value.name());
    }
  }
}
