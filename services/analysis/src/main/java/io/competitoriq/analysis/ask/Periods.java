package io.competitoriq.analysis.ask;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the time a question is about: "last quarter", "since March", "2026-05", "between May and
/// July". Days begin in the asker's zone. A month without a year is the latest that has begun.
/// Pure; the first reading that fits, from the most to the least explicit, is the one.
final class Periods {

  private static final String DATE =
      "(\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|q[1-4](?: \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? MONTH(?:,? \\d{4})?"
          + "|MONTH \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|MONTH(?: \\d{4})?|DAY|yesterday|today|\\d{4})";

  private final ZoneId zone;
  private final LocalDate today;
  private final List<Rule> rules;

  private record Rule(Pattern pattern, Function<MatchResult, Optional<Span>> reading) {}

  /// @param first null: since ever
  /// @param after the first day that is no longer meant; null: until now
  private record Span(@Nullable LocalDate first, @Nullable LocalDate after) {}

  Periods(ZoneId zone, LocalDate today) {
    this.zone = zone;
    this.today = today;
    this.rules =
        List.of(
            rule(
                "(?:between|from) D (?:and|to|until|till|through) D",
                m -> span(m.group(1), m.group(2))),
            rule(
                "(?:since|after|from) (?:the )?(?:beginning|start) of (?:this|the) (week|month|quarter|year)",
                m -> current(m.group(1))),
            rule(
                "since (?:the )?(?:last|previous) (week|month|quarter|year)",
                m -> day(last(m.group(1)), first -> new Span(first, null))),
            rule("since D", m -> day(m.group(1), first -> new Span(first, null))),
            rule("(?:before|until|till) D", m -> day(m.group(1), first -> new Span(null, first))),
            rule(
                "(?:in |over |during |within |for )?(?:the )?(?:last|past|previous) (\\d{1,3}|two|three|four|six|twelve) (day|week|month|quarter|year)s?",
                m -> back(number(m.group(1)), m.group(2))),
            rule(
                "(\\d{1,3}) (day|week|month|year)s? ago", m -> ago(number(m.group(1)), m.group(2))),
            rule(
                "(?:in |over |during )?(?:the )?(?:last|past|previous) (week|month|quarter|year)",
                m -> last(m.group(1))),
            rule("(?:so far )?this (week|month|quarter|year)", m -> current(m.group(1))),
            rule("(?:in|on|during|as of) D", m -> of(m.group(1))),
            rule(
                "(\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|q[1-4](?: \\d{4})?|yesterday|today)",
                m -> of(m.group(1))),
            rule("(recently|lately)", _ -> back(30, "day")));
  }

  Optional<Period> find(String question) {
    String text = question.replaceAll("\\bmay\\b", "_may").toLowerCase(Locale.ROOT);
    for (Rule rule : rules) {
      var found = rule.pattern.matcher(text);
      while (found.find()) {
        Optional<Span> span = rule.reading.apply(found.toMatchResult());
        if (span.isPresent()) {
          return Optional.of(period(span.get(), found.group().strip()));
        }
      }
    }
    return Optional.empty();
  }

  private Period period(Span span, String words) {
    return new Period(
        span.first == null ? null : span.first.atStartOfDay(zone).toInstant(),
        span.after == null || span.after.isAfter(today)
            ? null
            : span.after.atStartOfDay(zone).toInstant(),
        words);
  }

  private static Rule rule(String pattern, Function<MatchResult, Optional<Span>> reading) {
    String spelled =
        pattern
            .replaceAll("\\bD\\b", Matcher.quoteReplacement(DATE))
            .replace("MONTH", Months.NAMES)
            .replace("DAY", Months.DAYS);
    return new Rule(
        Pattern.compile("(?<![\\p{L}\\p{N}_])" + spelled + "(?![\\p{L}\\p{N}-])"), reading);
  }

  private Optional<Span> span(String from, String to) {
    Optional<Span> first = of(from);
    Optional<Span> last = of(to);
    return first.flatMap(start -> last.map(end -> ordered(start, end)));
  }

  /// "Between November and January" began a year earlier.
  private static Span ordered(Span start, Span end) {
    LocalDate from = start.first;
    LocalDate until = end.after;
    return from != null && until != null && !from.isBefore(until)
        ? new Span(from.minusYears(1), until)
        : new Span(from, until);
  }

  private Optional<Span> day(String words, Function<LocalDate, Span> span) {
    return day(of(words), span);
  }

  private static Optional<Span> day(Optional<Span> named, Function<LocalDate, Span> span) {
    return named.flatMap(found -> Optional.ofNullable(found.first)).map(span);
  }

  private Optional<Span> current(String unit) {
    return Optional.of(new Span(begin(unit, today), null));
  }

  private Optional<Span> last(String unit) {
    LocalDate end = begin(unit, today);
    return Optional.of(new Span(begin(unit, end.minusDays(1)), end));
  }

  private Optional<Span> back(int count, String unit) {
    return Optional.of(new Span(minus(count, unit), null));
  }

  private Optional<Span> ago(int count, String unit) {
    LocalDate begin = unit.equals("day") ? minus(count, unit) : begin(unit, minus(count, unit));
    return Optional.of(new Span(begin, end(unit, begin)));
  }

  private LocalDate minus(int count, String unit) {
    return switch (unit) {
      case "day" -> today.minusDays(count);
      case "week" -> today.minusWeeks(count);
      case "month" -> today.minusMonths(count);
      case "quarter" -> today.minusMonths(3L * count);
      default -> today.minusYears(count);
    };
  }

  private static LocalDate begin(String unit, LocalDate day) {
    return switch (unit) {
      case "day" -> day;
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month" -> day.withDayOfMonth(1);
      case "quarter" -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
      default -> day.withDayOfYear(1);
    };
  }

  private static LocalDate end(String unit, LocalDate begin) {
    return switch (unit) {
      case "day" -> begin.plusDays(1);
      case "week" -> begin.plusWeeks(1);
      case "month" -> begin.plusMonths(1);
      case "quarter" -> begin.plusMonths(3);
      default -> begin.plusYears(1);
    };
  }

  /// A date, a month, a quarter, a year or a day of the week.
  private Optional<Span> of(String spelled) {
    String words = spelled.replace("_may", "may");
    try {
      if (words.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return whole("day", LocalDate.parse(words));
      }
      if (words.matches("\\d{4}-\\d{2}")) {
        return whole("month", YearMonth.parse(words).atDay(1));
      }
      if (words.matches("\\d{4}")) {
        int year = Integer.parseInt(words);
        return year < 1990 || year > today.getYear() + 1
            ? Optional.empty()
            : whole("year", LocalDate.of(year, 1, 1));
      }
      return switch (words) {
        case "today" -> whole("day", today);
        case "yesterday" -> whole("day", today.minusDays(1));
        default -> named(words);
      };
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<Span> named(String words) {
    String[] parts = words.split("[ ,]+");
    int year =
        parts[parts.length - 1].matches("\\d{4}") ? Integer.parseInt(parts[parts.length - 1]) : 0;
    if (parts[0].matches("q[1-4]")) {
      return whole("quarter", latest(Month.of(3 * (parts[0].charAt(1) - '0') - 2), 1, year));
    }
    if (parts[0].matches(Months.DAYS)) {
      return whole("day", today.with(TemporalAdjusters.previousOrSame(Months.day(parts[0]))));
    }
    for (String part : parts) {
      Optional<Month> month = Months.named(part);
      if (month.isPresent() && part.matches(Months.NAMES)) {
        int day = dayOf(parts);
        return whole(day == 0 ? "month" : "day", latest(month.get(), Math.max(day, 1), year));
      }
    }
    return Optional.empty();
  }

  private static int dayOf(String[] parts) {
    for (String part : parts) {
      if (part.matches("\\d{1,2}(?:st|nd|rd|th)?")) {
        return Integer.parseInt(part.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  private LocalDate latest(Month month, int day, int year) {
    if (year > 0) {
      return LocalDate.of(year, month, day);
    }
    LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
    return thisYear.isAfter(today) ? thisYear.minus(1, ChronoUnit.YEARS) : thisYear;
  }

  private static Optional<Span> whole(String unit, LocalDate begin) {
    return Optional.of(new Span(begin, end(unit, begin)));
  }

  private static int number(String word) {
    return switch (word) {
      case "two" -> 2;
      case "three" -> 3;
      case "four" -> 4;
      case "six" -> 6;
      case "twelve" -> 12;
      default -> Integer.parseInt(word);
    };
  }
}
