package io.competitoriq.process.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as pages and feeds write them. A date without a time is midnight UTC.
public final class PublicationDates {

  private static final Pattern ISO_DAY =
      Pattern.compile("\\b(20\\d{2}|19\\d{2})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern WORDED =
      Pattern.compile(
          "(?i)\\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d{2})"
              + "|\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?,?\\s+(20\\d{2})");
  private static final DateTimeFormatter SHORT_MONTH =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM yyyy")
          .toFormatter(Locale.ENGLISH);
  private static final List<Function<String, Instant>> EXACT =
      List.of(
          Instant::parse,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
          text ->
              OffsetDateTime.parse(
                      text, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT))
                  .toInstant(),
          text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

  private PublicationDates() {}

  /// A whole value such as an attribute or a feed's element.
  public static Optional<Instant> parse(String value) {
    String text = value.strip();
    for (Function<String, Instant> format : EXACT) {
      try {
        return Optional.of(format.apply(text));
      } catch (DateTimeException otherFormat) {
        continue;
      }
    }
    return find(text);
  }

  /// The first date inside a text.
  public static Optional<Instant> find(String text) {
    Matcher day = ISO_DAY.matcher(text);
    if (day.find()) {
      return date(day.group());
    }
    Matcher worded = WORDED.matcher(text);
    if (!worded.find()) {
      return Optional.empty();
    }
    boolean monthFirst = worded.group(1) != null;
    String month = (monthFirst ? worded.group(1) : worded.group(5)).substring(0, 3);
    String number = monthFirst ? worded.group(2) : worded.group(4);
    String year = monthFirst ? worded.group(3) : worded.group(6);
    try {
      LocalDate found = LocalDate.parse(number + " " + month + " " + year, SHORT_MONTH);
      return Optional.of(found.atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> date(String day) {
    try {
      return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
