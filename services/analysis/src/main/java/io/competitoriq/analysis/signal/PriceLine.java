package io.competitoriq.analysis.signal;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sentence about a price that changed. The amount a plan costs when it is billed yearly is
/// told beside the plain one, in the same sentence.
final class PriceLine {

  private static final int WORDING = 60;
  private static final String BILLED_YEARLY = "amount-billed-yearly";

  private PriceLine() {}

  /// One sentence for each plan, two where its amounts do not move alike.
  static List<Line> all(List<FactChange> prices) {
    List<FactChange> plainFirst =
        prices.stream().sorted(Comparator.comparing(PriceLine::isBilledYearly)).toList();
    List<FactChange> left = new ArrayList<>(plainFirst);
    List<Line> lines = new ArrayList<>();
    for (FactChange price : plainFirst) {
      if (left.remove(price)) {
        Line line = of(price);
        for (FactChange other : List.copyOf(left)) {
          Optional<String> aside = besides(price, other);
          if (aside.isPresent()) {
            left.remove(other);
            line = new Line(line.weight(), line.brief() + aside.get(), line.full() + aside.get());
          }
        }
        lines.add(line);
      }
    }
    return List.copyOf(lines);
  }

  /// ` billed yearly` where the price is, else nothing.
  static String billing(FactChange change) {
    return isBilledYearly(change) ? " billed yearly" : "";
  }

  private static boolean isBilledYearly(FactChange change) {
    return change.field().equals(BILLED_YEARLY);
  }

  /// The move of the yearly billed amount as an aside to the move of the plain one.
  private static Optional<String> besides(FactChange plain, FactChange yearly) {
    if (isBilledYearly(plain)
        || !isBilledYearly(yearly)
        || !plain.subject().equals(yearly.subject())) {
      return Optional.empty();
    }
    boolean alike =
        percent(plain) * percent(yearly) > 0
            && Money.of(plain.after())
                .flatMap(now -> Money.of(yearly.after()).map(now::comparableWith))
                .orElse(false);
    return alike
        ? Money.of(yearly.before())
            .flatMap(
                old ->
                    Money.of(yearly.after())
                        .map(now -> ", billed yearly from " + old.amount() + " to " + now.amount()))
        : Optional.empty();
  }

  /// Zero when there is no move to give in percent.
  private static double percent(FactChange change) {
    return Money.of(change.before())
        .flatMap(old -> Money.of(change.after()).flatMap(old::percentTo))
        .filter(percent -> percent > -100)
        .orElse(0.0);
  }

  private static Line of(FactChange change) {
    String plan = Excerpt.of(change.subject(), FactLines.SUBJECT) + billing(change);
    FactValue before = change.before();
    FactValue after = change.after();
    return switch (change.kind()) {
      case ADDED -> Line.of(70, "New price: " + plan + " at " + words(after));
      case REMOVED ->
          Line.of(75, "Price of " + plan + " no longer shown (was " + words(before) + ")");
      case MOVED -> Line.of(5, "Price of " + plan + " moved on the page");
      case MODIFIED ->
          before == null || after == null
              ? Line.of(70, "Price of " + plan + " changed")
              : modified(plan, before, after);
    };
  }

  /// Signed, one decimal, e.g. `+20.4 %`.
  static String percent(double value) {
    return String.format(Locale.ROOT, "%+.1f %%", value);
  }

  /// The amount where the page names one, else its own words.
  static String words(@Nullable FactValue value) {
    if (value == null) {
      return "an unstated price";
    }
    return Money.of(value)
        .map(money -> money.isFree() ? "no charge" : money.perPeriod())
        .orElseGet(() -> Excerpt.quoted(value.text(), WORDING));
  }

  private static Line modified(String plan, FactValue before, FactValue after) {
    Optional<Money> old = Money.of(before);
    Optional<Money> now = Money.of(after);
    if (old.isPresent() && now.isPresent()) {
      return amounts(plan, old.get(), now.get(), before, after);
    }
    if (old.isPresent()) {
      return Line.of(
          115, plan + " no longer shows a price: " + words(after) + " (was " + words(before) + ")");
    }
    if (now.isPresent()) {
      return Line.of(
          110, plan + " now shows a price: " + words(after) + " (was " + words(before) + ")");
    }
    return Line.of(60, "Price wording of " + plan + " changed: " + worded(before, after));
  }

  private static Line amounts(
      String plan, Money old, Money now, FactValue before, FactValue after) {
    if (!old.comparableWith(now)) {
      return Line.of(105, plan + " changed from " + words(before) + " to " + words(after));
    }
    if (old.minor() == now.minor()) {
      return Line.of(50, "Price wording of " + plan + " changed: " + worded(before, after));
    }
    if (now.isFree()) {
      return Line.of(118, plan + " is now free (was " + old.perPeriod() + ")");
    }
    if (old.isFree()) {
      return Line.of(118, plan + " is no longer free: now " + now.perPeriod());
    }
    double percent = old.percentTo(now).orElse(0.0);
    String verb = percent > 0 ? " raised from " : " lowered from ";
    String move = old.amount() + " to " + now.perPeriod() + " (" + percent(percent) + ")";
    return Line.of(100 + Math.min(Math.abs(percent), 100), plan + verb + move);
  }

  private static String worded(FactValue before, FactValue after) {
    return Excerpt.change(before.text(), after.text(), WORDING);
  }
}
