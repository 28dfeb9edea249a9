package io.competitoriq.analysis.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The figures of a text, to find those in a model's sentence that the page never named. Thousands
/// and decimal marks are read in both traditions, so a figure may have two readings.
public final class Numbers {

  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\p{L}\\d])\\d{1,15}(?:[.,'\\u00A0\\u202F]\\d{1,9})*");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,'\\u00A0\\u202F]\\d{3})+");

  private final Set<BigDecimal> known = new HashSet<>();

  public Numbers(Collection<String> texts) {
    for (String text : texts) {
      var figures = FIGURE.matcher(text);
      while (figures.find()) {
        known.addAll(readings(figures.group()));
      }
    }
  }

  /// Whether every figure of the text is known. Counting words such as "3 plans" is free up to
  /// nine; amounts and percentages never are.
  public boolean cover(String text) {
    var figures = FIGURE.matcher(text);
    while (figures.find()) {
      if (!isCount(text, figures.start(), figures.end())
          && readings(figures.group()).stream().noneMatch(known::contains)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCount(String text, int start, int end) {
    if (end - start != 1) {
      return false;
    }
    String before = text.substring(Math.max(0, start - 2), start).strip();
    String after = text.substring(end, Math.min(text.length(), end + 2)).strip();
    boolean amount =
        !before.isEmpty()
            && Character.getType(before.charAt(before.length() - 1)) == Character.CURRENCY_SYMBOL;
    return !amount && !after.startsWith("%");
  }

  private static Set<BigDecimal> readings(String figure) {
    Set<BigDecimal> readings = new HashSet<>();
    if (GROUPED.matcher(figure).matches()) {
      readings.add(value(figure.replaceAll("\\D", "")));
    }
    int mark = Math.max(figure.lastIndexOf('.'), figure.lastIndexOf(','));
    String whole = mark < 0 ? figure : figure.substring(0, mark);
    String fraction = mark < 0 ? "0" : figure.substring(mark + 1);
    readings.add(value(whole.replaceAll("\\D", "") + "." + fraction.replaceAll("\\D", "")));
    return readings;
  }

  private static BigDecimal value(String digits) {
    BigDecimal value = new BigDecimal(digits).stripTrailingZeros();
    return value.signum() == 0 ? BigDecimal.ZERO : value;
  }
}
