package io.competitoriq.local.market;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Small pieces of markup.
final class Html {

  private static final DateTimeFormatter LONG_DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static <T> String each(Collection<T> items, Function<T, String> markup) {
    return items.stream().map(markup).collect(Collectors.joining("\n"));
  }

  static String date(Instant at) {
    return "<time datetime=\"%s\">%s</time>".formatted(day(at), LONG_DATE.format(at));
  }

  static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /// "3 days ago", as blogs like to say; another answer each time it is asked late enough.
  static String ago(Instant at, Instant now) {
    Duration age = Duration.between(at, now);
    if (age.toDays() > 1) {
      return age.toDays() + " days ago";
    }
    if (age.toHours() > 1) {
      return age.toHours() + " hours ago";
    }
    if (age.toMinutes() > 1) {
      return age.toMinutes() + " minutes ago";
    }
    return Math.max(1, age.toSeconds()) + " seconds ago";
  }

  static String money(int units, String currency) {
    String sign =
        switch (currency) {
          case "EUR" -> "€";
          case "GBP" -> "£";
          case "USD" -> "$";
          default -> currency + " ";
        };
    return sign + units;
  }
}
