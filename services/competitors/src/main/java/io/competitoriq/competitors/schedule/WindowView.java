package io.competitoriq.competitors.schedule;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit window on the wire.
///
/// @param days `MONDAY` to `SUNDAY`; null for all
/// @param from when it opens, like `08:00`; null together with `to` for the whole day
/// @param to when it closes; not after `from` means on the next day
public record WindowView(
    @Nullable List<DayOfWeek> days, @Nullable String from, @Nullable String to) {

  /// A window as it is shown; null for one that is always open.
  static @Nullable WindowView of(VisitWindow window) {
    if (window.equals(VisitWindow.ALWAYS)) {
      return null;
    }
    boolean wholeDay = window.from().equals(window.to());
    return new WindowView(
        window.days().stream().sorted().toList(),
        wholeDay ? null : window.from().toString(),
        wholeDay ? null : window.to().toString());
  }
}
