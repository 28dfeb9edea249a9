package io.competitoriq.process.fact.jobs;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where the work is done.
enum Workplace {
  HYBRID("hybrid[ea]?|remote[- ]friendly|teilweise remote|partially remote"),
  REMOTE(
      "remote|fully distributed|home[- ]?office|work from (home|anywhere)|anywhere|telecommut\\w*"
          + "|t[ée]l[ée]travail|teletrabajo|remoto|distans|thuiswerken|mobiles arbeiten"),
  ONSITE("on[- ]?site|in[- ]office|in[- ]person|vor ort|presencial|sur site|office[- ]based");

  private final Pattern words;

  Workplace(String words) {
    this.words = Pattern.compile("(?i)(?<![\\p{L}-])(" + words + ")(?!\\p{L})");
  }

  /// The first that the words name; hybrid before remote, for hybrid work names both.
  static Optional<Workplace> in(String text) {
    for (Workplace each : values()) {
      if (each.words.matcher(text).find() && !denied(text)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean denied(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).matches(".*\\b(no|not|non)[- ]remote.*");
  }

  /// The text without the words that name a workplace, to see what else it says.
  static String without(String text) {
    String rest = text;
    for (Workplace each : values()) {
      rest = each.words.matcher(rest).replaceAll("");
    }
    return rest;
  }
}
