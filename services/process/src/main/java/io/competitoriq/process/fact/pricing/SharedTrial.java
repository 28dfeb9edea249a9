package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.fact.OfferLimit;
import io.competitoriq.process.fact.OfferTerms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A free trial a page tells once for its plans ("14-day free trial on all plans"), mostly above or
/// below them. It holds for the plans its sentence names, else for all that cost something, unless
/// cards tell trials of their own.
final class SharedTrial {

  private static final int LONGEST = 200;
  private static final int LONGEST_BLOCK = 2_000;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！])\\s*(?=\\S)|※|\\n| · ");
  private static final Pattern EVERY =
      Pattern.compile(
          "(?iuU)\\b(?:all|any|every|each|alle[nsr]?|jede[nrms]?|tous|toutes|todos|todas|qualquer|cualquier|ogni|qualsiasi|tutti|elk|elke|alla|każd\\p{L}*|wszystkie|všechny|každý)\\b|全");

  private SharedTrial() {}

  static void add(
      Content content,
      Surroundings surroundings,
      List<PlanPrice> offers,
      Map<String, OfferTerms> terms) {
    Set<String> plans =
        offers.stream()
            .filter(offer -> !offer.addOn() && !offer.price().free())
            .filter(offer -> !offer.namesAmount() || offer.period() != null)
            .map(offer -> offer.plan().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (plans.isEmpty()) {
      return;
    }
    boolean own = terms.values().stream().anyMatch(each -> each.trialDays() != null);
    for (SourcedBlock sourced : content.sourced()) {
      if (sourced.block().text().length() <= LONGEST_BLOCK && !surroundings.areElsewhere(sourced)) {
        for (String sentence : SENTENCE_END.split(sourced.block().text())) {
          told(sentence, own, plans, offers, terms);
        }
      }
    }
  }

  private static void told(
      String sentence,
      boolean own,
      Set<String> plans,
      List<PlanPrice> offers,
      Map<String, OfferTerms> terms) {
    if (sentence.length() > LONGEST) {
      return;
    }
    PlanTerms.trialDays(sentence)
        .ifPresent(
            days -> {
              String said = " " + sentence.toLowerCase(Locale.ROOT) + " ";
              Set<String> named = named(said, plans);
              boolean all = EVERY.matcher(said).find();
              if (own && named.isEmpty() && !all) {
                return;
              }
              (named.isEmpty() || all ? plans : named)
                  .stream()
                      .filter(plan -> all || !named.isEmpty() || hasAmount(plan, offers))
                      .forEach(plan -> terms.merge(plan, of(days), SharedTrial::both));
            });
  }

  private static Set<String> named(String said, Set<String> plans) {
    return plans.stream()
        .filter(plan -> said.matches("(?su).*[^\\p{L}]" + Pattern.quote(plan) + "[^\\p{L}].*"))
        .collect(Collectors.toSet());
  }

  private static boolean hasAmount(String plan, List<PlanPrice> offers) {
    return offers.stream()
        .anyMatch(offer -> offer.plan().equalsIgnoreCase(plan) && offer.namesAmount());
  }

  private static OfferTerms of(Integer days) {
    return OfferTerms.ofPlan(days, List.<OfferLimit>of());
  }

  private static OfferTerms both(OfferTerms own, OfferTerms shared) {
    @Nullable Integer days = own.trialDays() == null ? shared.trialDays() : own.trialDays();
    return OfferTerms.ofPlan(days, own.limits());
  }
}
