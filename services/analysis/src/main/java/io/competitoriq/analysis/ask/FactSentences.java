package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.ask.SearchClient.Fact;
import io.competitoriq.analysis.signal.Money;
import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A typed fact as a sentence. Pure.
final class FactSentences {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final int LONGEST = 300;

  private final ZoneId zone;

  FactSentences(ZoneId zone) {
    this.zone = zone;
  }

  /// @param who the competitor's name
  String of(Fact fact, String who) {
    String sentence =
        switch (fact.kind()) {
          case PRICE -> price(fact, who);
          case PLAN -> plan(fact, who);
          case FEATURE -> feature(fact, who);
          case JOB_OPENING -> who + " is looking for: " + opening(fact);
          case POST -> who + " published “" + fact.subject() + "” on " + day(fact.validFrom());
          case PERSON -> fact.subject() + " is " + value(fact).text() + " at " + who;
          case PRODUCT -> who + " sells " + named(fact);
          case CONTACT -> who + " can be reached at " + named(fact);
          case TECHNOLOGY -> who + "'s site runs on " + fact.subject();
        };
    Instant end = fact.validTo();
    String until = end == null ? "" : " (until " + day(end) + ")";
    return bounded(sentence)
        + until
        + (fact.override() == null ? "" : ", as a member corrected it")
        + ".";
  }

  String day(Instant instant) {
    return DAY.format(instant.atZone(zone));
  }

  static FactValue value(Fact fact) {
    return fact.override() == null ? fact.value() : fact.override().value();
  }

  private static String price(Fact fact, String who) {
    FactValue value = value(fact);
    String amount = Money.of(value).map(Money::perPeriod).orElse("“" + value.text() + "”");
    boolean named = value.amountMinor() != null;
    String from = fact.terms() != null && fact.terms().from() && named ? "from " : "";
    String unit =
        Optional.ofNullable(fact.terms())
            .map(SearchClient.Terms::unit)
            .filter(words -> named && !words.isBlank())
            .map(words -> " per " + words)
            .orElse("");
    String yearly = fact.field().startsWith("amount-billed-yearly") ? " when billed yearly" : "";
    return named
        ? who + " asks " + from + amount + unit + " for " + fact.subject() + yearly
        : who + " names no amount for " + fact.subject() + yearly + ": " + amount;
  }

  private static String plan(Fact fact, String who) {
    Integer trial = fact.terms() == null ? null : fact.terms().trialDays();
    return who
        + " offers the plan "
        + fact.subject()
        + (trial == null ? "" : ", with a trial of " + trial + " days");
  }

  private static String feature(Fact fact, String who) {
    String plan = who + " " + fact.subject();
    String value = value(fact).text();
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "yes" -> plan + " includes: " + fact.field();
      case "no" -> plan + " does not include: " + fact.field();
      default -> plan + ", " + fact.field() + ": " + value;
    };
  }

  private static String opening(Fact fact) {
    String value = value(fact).text();
    return value.contains(fact.subject()) ? value : fact.subject() + ", " + value;
  }

  private static String named(Fact fact) {
    String value = value(fact).text();
    return value.equals(fact.subject()) ? value : fact.subject() + ": " + value;
  }

  private static String bounded(String text) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip().replaceAll("\\.$", "");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
  }
}
