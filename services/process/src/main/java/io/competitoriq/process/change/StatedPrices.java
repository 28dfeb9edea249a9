package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prices a page states for machines only. Search engines and price portals show them, so one that
/// became another is news, unless readers of the page see the new amount: then the page tells it
/// itself.
final class StatedPrices {

  private static final Pattern PRICE =
      Pattern.compile("(.*): (\\d{1,12}(?:\\.\\d{1,4})?) ([A-Z]{3})$");
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'’\\h]*\\d)?");
  private static final Pattern WHOLE = Pattern.compile("[.,]0{1,2}$");

  private final List<Step> steps;

  /// @param steps the whole way from one version to the next
  StatedPrices(List<Step> steps) {
    this.steps = steps;
  }

  boolean tells(Step step) {
    Block before = step.before();
    Block after = step.after();
    if (step.kind() != ChangeKind.MODIFIED
        || before == null
        || after == null
        || after.region() != Region.STATED) {
      return false;
    }
    Matcher then = PRICE.matcher(before.text());
    Matcher now = PRICE.matcher(after.text());
    return then.matches()
        && now.matches()
        && then.group(1).equals(now.group(1))
        && then.group(3).equals(now.group(3))
        && !stated(then).equals(stated(now))
        && !shown().contains(digits(stated(now)));
  }

  private static String stated(Matcher price) {
    return new BigDecimal(price.group(2)).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /// Every amount a reader sees, as its digits.
  private Set<String> shown() {
    Set<String> amounts = new HashSet<>();
    for (Step step : steps) {
      if (step.after() != null && step.after().region() != Region.STATED) {
        Matcher number = NUMBER.matcher(step.after().text());
        while (number.find()) {
          amounts.add(digits(number.group()));
        }
      }
    }
    return amounts;
  }

  /// `3,299.50` and `3.299,50` are one amount, and so are `79` and `79.00`.
  private static String digits(String amount) {
    return WHOLE.matcher(amount).replaceFirst("").replaceAll("\\D", "");
  }
}
