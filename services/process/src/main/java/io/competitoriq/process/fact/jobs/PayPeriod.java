package io.competitoriq.process.fact.jobs;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a pay is for.
enum PayPeriod {
  HOUR("per[ -]hour(-wage)?|an hour|/ ?(hr|hour|h|std)\\b|hourly|pro stunde|par heure|uur|^hour"),
  DAY("per[ -]day|a day|/ ?day|daily|pro tag|par jour|^day"),
  WEEK("per[ -]week|a week|/ ?(wk|week)\\b|weekly|pro woche|^week"),
  MONTH("per[ -]month|a month|/ ?(mo|month)\\b|monthly|pro monat|par mois|al mes|per maand|^month"),
  YEAR(
      "per[ -](year|annum)(-salary)?|a year|/ ?(yr|year)\\b|yearly|annual(ly)?|p\\.? ?a\\.?(?!\\p{L})|pro jahr|par an|brut annuel|jährlich|al año|per jaar|base salary|^year");

  private final Pattern words;

  PayPeriod(String words) {
    this.words = Pattern.compile("(?i)(?<!\\p{L})(?:" + words + ")");
  }

  static Optional<PayPeriod> in(String text) {
    for (PayPeriod each : values()) {
      if (each.words.matcher(text).find()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
