package io.competitoriq.analysis.winloss;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one line and says all that is wrong with it.
final class LineReader {

  private static final int LONGEST = 200;
  private static final int LONGEST_REASON = 500;

  private final int line;
  private final String[] cells;
  private final Map<String, Integer> columns;
  private final List<LineFault> faults;
  private final int before;

  LineReader(int line, String[] cells, Map<String, Integer> columns, List<LineFault> faults) {
    this.line = line;
    this.cells = cells;
    this.columns = columns;
    this.faults = faults;
    this.before = faults.size();
  }

  /// Empty when something is wrong; what, is then among the faults.
  Optional<DealLine> read(Competitors who, LocalDate today) {
    String externalId = text("external_id", LONGEST);
    String deal = text("deal", LONGEST);
    Outcome outcome = outcome();
    LocalDate closedOn = date(today);
    Money money = money();
    UUID competitor = competitor(who);
    String reason = cell("reason");
    if (reason.length() > LONGEST_REASON) {
      fault("reason", "At most " + LONGEST_REASON + " characters.");
    }
    if (faults.size() > before || outcome == null || closedOn == null || competitor == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DealLine(
            line,
            externalId,
            deal,
            outcome,
            closedOn,
            money.minor(),
            money.currency(),
            competitor,
            reason));
  }

  /// Whether no line before has the id.
  boolean isFirst(Set<String> seen, String externalId) {
    boolean first = seen.add(externalId);
    if (!first) {
      fault("external_id", "A line before has this id: " + externalId + ".");
    }
    return first;
  }

  private String text(String column, int longest) {
    String cell = cell(column);
    if (cell.isEmpty()) {
      fault(column, "It is empty.");
    } else if (cell.length() > longest) {
      fault(column, "At most " + longest + " characters.");
    }
    return cell;
  }

  private @Nullable Outcome outcome() {
    String cell = cell("outcome");
    Optional<Outcome> outcome = Outcome.read(cell);
    if (outcome.isEmpty()) {
      fault("outcome", "Say won, lost or no decision, not \u201c" + cell + "\u201d.");
    }
    return outcome.orElse(null);
  }

  private @Nullable LocalDate date(LocalDate today) {
    String cell = cell("date");
    try {
      LocalDate date = LocalDate.parse(cell);
      if (date.isAfter(today)) {
        fault("date", "The day has not come yet: " + cell + ".");
      }
      return date;
    } catch (DateTimeParseException unreadable) {
      fault("date", "Write the day as 2026-11-27, not \u201c" + cell + "\u201d.");
      return null;
    }
  }

  private Money money() {
    String amount = cell("amount");
    String code = cell("currency").toUpperCase(Locale.ROOT);
    if (amount.isEmpty()) {
      return Money.NONE;
    }
    if (!amount.matches("\\d{1,12}(\\.\\d{1,3})?")) {
      fault("amount", "Write the amount as 12500 or 12500.50, not \u201c" + amount + "\u201d.");
      return Money.NONE;
    }
    try {
      int digits = Currency.getInstance(code).getDefaultFractionDigits();
      return new Money(new BigDecimal(amount).movePointRight(digits).longValueExact(), code);
    } catch (IllegalArgumentException unknown) {
      fault("currency", "An amount needs its currency as an ISO 4217 code, such as EUR.");
    } catch (ArithmeticException tooFine) {
      fault("amount", "The currency has fewer decimal places than " + amount + ".");
    }
    return Money.NONE;
  }

  private @Nullable UUID competitor(Competitors who) {
    String name = cell("competitor");
    Optional<UUID> found = who.named(name);
    if (found.isEmpty()) {
      fault(
          "competitor",
          name.isEmpty()
              ? "Name the competitor."
              : "No competitor is called \u201c" + name + "\u201d.");
    }
    return found.orElse(null);
  }

  private String cell(String column) {
    Integer at = columns.get(column);
    return at == null || at >= cells.length || cells[at] == null ? "" : cells[at].strip();
  }

  private void fault(String column, String message) {
    faults.add(new LineFault(line, column, message));
  }

  private record Money(@Nullable Long minor, @Nullable String currency) {
    static final Money NONE = new Money(null, null);
  }
}
