package io.competitoriq.analysis.ask;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names of months and days in English, whole or cut to three letters.
final class Months {

  /// For a pattern; `may` only with a capital letter, being a verb as well.
  static final String NAMES =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  static final String DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

  private static final Map<String, Month> BY_NAME =
      Arrays.stream(Month.values())
          .collect(Collectors.toMap(month -> month.name().substring(0, 3), Function.identity()));

  private Months() {}

  static Optional<Month> named(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return upper.length() < 3
        ? Optional.empty()
        : Optional.ofNullable(BY_NAME.get(upper.substring(0, 3)));
  }

  static DayOfWeek day(String word) {
    return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
