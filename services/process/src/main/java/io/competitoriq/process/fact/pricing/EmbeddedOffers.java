package io.competitoriq.process.fact.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads plans from the data a script draws the page from (`__NEXT_DATA__`, a preloaded state): an
/// object that has a name and amounts for a month or a year, beside its like.
final class EmbeddedOffers {

  private static final int LONGEST = 3_000_000;
  private static final int MOST_NODES = 200_000;
  private static final int DEEPEST = 40;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STATE = Pattern.compile("(?:window\\.)?[\\w$.]+\\s*=\\s*(?=[{\\[])");
  private static final Pattern PRICE =
      Pattern.compile("(?i).*(?:price|amount|cost).*|monthly|yearly|annual(?:ly)?|month|year");
  private static final Pattern NO_PRICE =
      Pattern.compile(
          "(?i).*(?:id|old|original|compare|before|regular|discount|save|saving|label|text|url|link|tax|count)$|.*(?:PerUnit|Hash).*|(?:id|old|original|compare).*");
  private static final Pattern MONTHLY = Pattern.compile("(?i)month");
  private static final Pattern YEARLY = Pattern.compile("(?i)year|annual");

  private final List<StructuredOffer> offers = new ArrayList<>();
  private int nodes;

  private EmbeddedOffers() {}

  static List<StructuredOffer> read(Document page) {
    EmbeddedOffers embedded = new EmbeddedOffers();
    for (Element script : page.select("script:not([src])")) {
      String data = script.data();
      if (!script.attr("type").contains("ld+json") && data.length() <= LONGEST) {
        parse(script, data).ifPresent(root -> embedded.walk(root, "", 0));
      }
    }
    return embedded.offers.stream().distinct().toList();
  }

  private static Optional<JsonNode> parse(Element script, String data) {
    try {
      if (script.attr("type").equals("application/json")) {
        return Optional.ofNullable(JSON.readTree(data));
      }
      Matcher state = STATE.matcher(data);
      boolean worthIt = data.length() > 40 && (data.contains("rice") || data.contains("onthly"));
      return worthIt && state.lookingAt()
          ? Optional.ofNullable(JSON.readTree(JSON.createParser(data.substring(state.end()))))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private void walk(JsonNode node, String currency, int depth) {
    if (depth > DEEPEST || nodes++ > MOST_NODES) {
      return;
    }
    if (node.isArray() && plans(node, currency) >= 2) {
      for (JsonNode each : node) {
        offers(each, currencyOf(each, currency));
      }
      return;
    }
    String here = node.isObject() ? currencyOf(node, currency) : currency;
    node.forEach(child -> walk(child, here, depth + 1));
  }

  private static long plans(JsonNode array, String currency) {
    long plans = 0;
    for (JsonNode each : array) {
      boolean plan =
          each.isObject()
              && !name(each).isEmpty()
              && amounts(each, "").stream().anyMatch(sum -> sum.period() != null)
              && !currencyOf(each, currency).isEmpty();
      plans += plan ? 1 : 0;
    }
    return plans;
  }

  private void offers(JsonNode plan, String currency) {
    String name = name(plan);
    if (name.isEmpty() || currency.isEmpty()) {
      return;
    }
    for (Sum sum : amounts(plan, "")) {
      if (sum.period() != null) {
        StructuredOffer.minor(sum.amount(), currency)
            .ifPresent(
                minor ->
                    offers.add(
                        new StructuredOffer(name, minor, currency, sum.period(), null, null)));
      }
    }
  }

  private static String name(JsonNode node) {
    for (String key : List.of("name", "title", "planName", "displayName", "label")) {
      String name = Texts.collapse(node.path(key).isTextual() ? node.path(key).asText() : "");
      if (!name.isEmpty() && name.length() <= 60 && PlanNames.isPlausible(name)) {
        return name;
      }
    }
    return "";
  }

  private static String currencyOf(JsonNode node, String inherited) {
    for (String key : List.of("currency", "currencyCode", "priceCurrency", "currency_code")) {
      String code = node.path(key).asText("").toUpperCase(Locale.ROOT);
      if (Currencies.isKnown(code)) {
        return code;
      }
    }
    return inherited;
  }

  private static List<Sum> amounts(JsonNode node, String above) {
    List<Sum> sums = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> field = it.next();
      String key = field.getKey();
      if (!PRICE.matcher(key).matches() || NO_PRICE.matcher(key).matches()) {
        continue;
      }
      JsonNode value = field.getValue();
      if (value.isObject() && above.isEmpty()) {
        sums.addAll(amounts(value, key));
      } else {
        amount(value).ifPresent(sum -> sums.add(new Sum(sum, period(above + " " + key))));
      }
    }
    return sums;
  }

  private static Optional<String> amount(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(new BigDecimal(value.asText()).toPlainString());
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    return text.matches("\\p{Sc}?\\s?\\d{1,7}([.,]\\d{1,2})?")
        ? Optional.of(text.replaceAll("[^\\d.,]", ""))
        : Optional.empty();
  }

  private static @Nullable BillingPeriod period(String key) {
    boolean monthly = MONTHLY.matcher(key).find();
    boolean yearly = YEARLY.matcher(key).find();
    if (monthly == yearly) {
      return null;
    }
    return monthly ? BillingPeriod.MONTH : BillingPeriod.YEAR;
  }

  private record Sum(String amount, @Nullable BillingPeriod period) {}
}
