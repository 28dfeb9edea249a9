package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.OfferLimit;
import io.competitoriq.process.fact.OfferTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads how long a plan may be tried for nothing and how much of what it holds ("up to 10
/// projects", "unlimited users", "100 GB storage").
final class PlanTerms {

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final int MOST_WORDS = 9;
  private static final String FREE =
      "(?:free|trial|kostenlos\\w*|gratis|grátis|gratuit\\w*|test\\w*|probe\\w*|essai|prueba|teste|prova|proef\\w*|provperiod|無料|za darmo|darmow\\w*|zdarma)";
  private static final String DAYS =
      "[ -]?(?:days?|tage?n?|jours?|d[ií]as?|giorni|dagen|dagar|dager|dni|dní|dny|dage|日間?)";
  private static final Pattern TRIAL =
      Pattern.compile(
          "(?<!\\d)(\\d{1,3})"
              + DAYS
              + "(?:\\b|(?<=[日間]))[^.\\d]{0,24}?"
              + FREE
              + "|\\b"
              + FREE
              + "\\b[^.\\d]{0,30}?\\b(\\d{1,3})"
              + DAYS
              + "\\b",
          FLAGS);
  private static final Pattern NO_TRIAL =
      Pattern.compile(
          "money[- ]?back|refund|guarantee|retention|history|geld-zurück|rembours|then free",
          FLAGS);
  private static final Pattern LIMIT =
      Pattern.compile(
          "^(?:\\p{So}|[✓✔•·+-])*\\s*(?:includes?\\s+|for\\s+|für\\s+)?(?:(?:up to|bis zu|max(?:imum|\\.)?|jusqu[’']à|hasta|até|fino a|tot|upp till|opptil|op til|do|aż do)\\s+)?"
              + "(?:(?<count>\\d[\\d.,’' ]*?)\\s?(?<many>[kKmM](?=\\s)|million)?|(?<all>unlimited|unbegrenzte?\\p{L}*|unlimitiert\\p{L}*|illimité\\p{L}*|ilimitad\\p{L}*|illimitat\\p{L}*|onbeperkte?|obegränsa\\p{L}*|ubegrenset?|bez limitu|nieograniczon\\p{L}*|neomezen\\p{L}*|無制限))"
              + "\\s?(?:(?<unit>[KMGT]B)\\b)?\\s*(?:of\\s+|di\\s+|de\\s+|d[’']|an\\s+)?(?<metric>\\p{L}[\\p{L}’'-]*(?:\\s+(?!(?:per|pro|par|por|al|a|included|inklusive)\\b)\\p{L}[\\p{L}’'-]*){0,2})?\\s*(?:(?:/|per|pro|par|por|al|a)\\s*(?:month|mo|monat|mois|mes|mês|mese|year|day)\\w*)?\\s*(?:included|inklusive|inclus)?$",
          FLAGS);
  private static final Pattern NO_METRIC =
      Pattern.compile(
          "(?:days?|tage?|jours?|free|%|off|months?|monate?|years?|h|hours? support|x|times|minutes? setup|stars?|st|nd|rd|th|/7|ab|from|per .*|each|more)(?:\\s.*)?",
          FLAGS);

  private PlanTerms() {}

  static Optional<OfferTerms> of(List<SourcedBlock> blocks, BlockRanges.Range range) {
    @Nullable Integer trial = null;
    Map<String, OfferLimit> limits = new LinkedHashMap<>();
    for (int i = range.first(); i <= range.last(); i++) {
      Block block = blocks.get(i).block();
      if (trial == null) {
        trial = trialDays(block.text()).orElse(null);
      }
      limit(block.text()).ifPresent(limit -> limits.putIfAbsent(limit.metric(), limit));
    }
    return trial == null && limits.isEmpty()
        ? Optional.empty()
        : Optional.of(OfferTerms.ofPlan(trial, new ArrayList<>(limits.values())));
  }

  /// Days of a free trial a short text offers.
  static Optional<Integer> trialDays(String text) {
    if (Texts.words(text) > 2 * MOST_WORDS || NO_TRIAL.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher trial = TRIAL.matcher(text);
    return trial.find()
        ? Optional.of(Integer.valueOf(trial.group(1) == null ? trial.group(2) : trial.group(1)))
        : Optional.empty();
  }

  /// The limit a short text states.
  static Optional<OfferLimit> limit(String text) {
    if (Texts.words(text) > MOST_WORDS || text.length() > 60) {
      return Optional.empty();
    }
    Matcher limit = LIMIT.matcher(text.strip());
    if (!limit.matches()) {
      return all(text);
    }
    String unit = limit.group("unit");
    String metric = limit.group("metric");
    if (metric == null ? unit == null : NO_METRIC.matcher(metric).matches()) {
      return Optional.empty();
    }
    String what = metric == null ? "storage" : metric.toLowerCase(Locale.ROOT);
    @Nullable String measured = unit == null ? null : unit.toUpperCase(Locale.ROOT);
    return limit.group("all") != null
        ? Optional.of(new OfferLimit(what, null, null))
        : value(limit.group("count"), limit.group("many"))
            .map(value -> new OfferLimit(what, value, measured));
  }

  private static Optional<OfferLimit> all(String text) {
    Matcher last = ALL_LAST.matcher(text.strip());
    return last.matches()
        ? Optional.of(new OfferLimit(last.group(1).toLowerCase(Locale.ROOT), null, null))
        : Optional.empty();
  }

  private static final Pattern ALL_LAST =
      Pattern.compile(
          "^(\\p{L}+(?:\\s\\p{L}+)?)\\s(?:ilimitad[oa]s?|illimitat[ieo]|illimitée?s?|bez limitu)$",
          FLAGS);

  /// What a table's cell states under a label ("Users", "Unlimited").
  static Optional<OfferLimit> cell(String label, String cell) {
    String metric =
        label
            .toLowerCase(Locale.ROOT)
            .replaceAll(
                "\\s*(?:\\(.*\\)|(?:per|/|pro|par) ?(?:month|monat|mois|year)|limit|included)\\s*$",
                "")
            .replaceAll("^(?:number of|max(?:imum|\\.)?|anzahl(?: der)?|nombre de)\\s+", "")
            .strip();
    if (metric.isEmpty() || Texts.words(metric) > 5 || cell.length() > 30) {
      return Optional.empty();
    }
    Matcher matcher = CELL.matcher(cell.strip());
    if (!matcher.matches()) {
      return limit(cell);
    }
    if (matcher.group("all") != null) {
      return Optional.of(new OfferLimit(metric, null, null));
    }
    String unit = matcher.group("unit");
    return value(matcher.group("count"), matcher.group("many"))
        .map(value -> new OfferLimit(metric, value, unit == null ? null : unit));
  }

  private static final Pattern CELL =
      Pattern.compile(
          "(?:up to\\s+|bis zu\\s+)?(?:(?<count>\\d[\\d.,’' ]*?)\\s?(?<many>[kKmM]|million)?|(?<all>unlimited|unbegrenzt|illimité|ilimitado|illimitato|onbeperkt|∞))\\s?(?<unit>[KMGT]B|days?|tage|hours?|minutes?)?",
          FLAGS);

  private static Optional<Long> value(String count, @Nullable String many) {
    return Amounts.parse(count.strip().replaceAll("[.,]$", ""))
        .map(
            value ->
                many == null ? value : value.movePointRight(many.equalsIgnoreCase("k") ? 3 : 6))
        .filter(value -> value.stripTrailingZeros().scale() <= 0)
        .map(value -> value.longValue());
  }
}
