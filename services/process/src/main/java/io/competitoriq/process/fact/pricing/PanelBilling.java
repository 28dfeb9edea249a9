package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.fact.Billing;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// Tells from the elements around an amount which side of a monthly/yearly toggle it belongs to.
final class PanelBilling {

  private static final int CLIMB = 9;
  private static final Pattern MONTHLY =
      Pattern.compile(
          "(?<![a-z])(?:monthly|month|per-?month|monatlich|mensuel|mensual|mensal|mensile|maandelijks)(?![a-z])");
  private static final Pattern YEARLY =
      Pattern.compile(
          "(?<![a-z])(?:yearly|year|annual(?:ly)?|annum|per-?year|jaehrlich|jährlich|jahrlich|annuel|anual|annuale|jaarlijks)(?![a-z])");
  private static final Pattern STATE =
      Pattern.compile("(?:group|peer|has|data)-?\\S*\\[\\S*|\\S+:\\S+");

  private PanelBilling() {}

  /// Empty where no element says, or one says both.
  static Optional<Billing> of(Element element) {
    Element at = element;
    for (int level = 0; level < CLIMB && at != null && !at.normalName().equals("body"); level++) {
      String said = names(at);
      boolean monthly = MONTHLY.matcher(said).find();
      boolean yearly = YEARLY.matcher(said).find();
      if (monthly && yearly) {
        return Optional.empty();
      }
      if (monthly || yearly) {
        return Optional.of(yearly ? Billing.YEARLY : Billing.MONTHLY);
      }
      at = at.parent();
    }
    return Optional.empty();
  }

  private static String names(Element element) {
    StringBuilder names = new StringBuilder();
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      boolean telling =
          key.equals("class")
              || key.equals("id")
              || key.equals("aria-label")
              || key.startsWith("data-");
      if (telling
          && attribute.getValue().length() < 200
          && !attribute.getValue().matches("[\\s\\d.,$€£]*")) {
        names.append(' ').append(attribute.getValue());
      }
    }
    String spaced = names.toString().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return STATE.matcher(spaced).replaceAll(" ");
  }
}
