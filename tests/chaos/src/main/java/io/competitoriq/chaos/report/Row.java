package io.competitoriq.chaos.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One figure of a run, in the words that every bench uses.
///
/// @param goal what is asked of it; null: told for information
/// @param met null without a goal
@JsonInclude(Include.NON_NULL)
public record Row(
    String metric, String unit, Number ours, @Nullable String goal, @Nullable Boolean met) {

  /// Must be none.
  public static Row violations(String metric, long found) {
    return new Row(metric, "violations", (int) found, "0", found == 0);
  }

  public static Row atMost(String metric, String unit, double ours, double most) {
    return new Row(metric, unit, round(ours), "<=" + number(most), ours <= most);
  }

  public static Row atLeast(String metric, String unit, double ours, double least) {
    return new Row(metric, unit, round(ours), ">=" + number(least), ours >= least);
  }

  public static Row told(String metric, String unit, double ours) {
    return new Row(metric, unit, round(ours), null, null);
  }

  /// For the reader on the terminal.
  public String line() {
    String text = "%-40s %s %s".formatted(metric, ours, unit);
    if (met == null) {
      return text;
    }
    return text + " (goal " + goal + (met ? ")" : ") MISSED");
  }

  private static Number round(double value) {
    double rounded = Math.round(value * 1000) / 1000.0;
    if (rounded == Math.rint(rounded)) {
      return (int) rounded;
    }
    return rounded;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
