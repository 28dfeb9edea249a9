package io.competitoriq.process.fact.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads the steps a slider keeps in a data attribute, as an array of quantities with their prices.
/// They belong to the plan whose shown amount is one of them; the others are proposed without a
/// quote.
final class SliderSteps {

  private static final int LONGEST = 20_000;
  private static final int MOST = 30;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PRICE = Pattern.compile("(?i).*(?:price|amount|cost|fee|monthly).*");
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i).*(?:volume|quantity|qty|count|contacts|emails|events|users|seats|limit|tier|step|label|value|size|from|upto|name).*");

  private SliderSteps() {}

  /// @param shown what the page's text asks
  static List<PlanPrice> read(Document page, List<PlanPrice> shown) {
    List<PlanPrice> hidden = new ArrayList<>();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String value = attribute.getValue();
        boolean array =
            attribute.getKey().startsWith("data-")
                && value.startsWith("[{")
                && value.length() <= LONGEST;
        if (array && hidden.isEmpty()) {
          hidden.addAll(offers(steps(value), shown));
        }
      }
    }
    return hidden;
  }

  private static List<PlanPrice> offers(List<Step> steps, List<PlanPrice> shown) {
    Optional<PlanPrice> main =
        shown.stream()
            .filter(offer -> offer.namesAmount() && !offer.price().free())
            .filter(offer -> steps.stream().anyMatch(step -> step.isAskedBy(offer)))
            .findFirst();
    return main.stream()
        .flatMap(
            offer ->
                steps.stream()
                    .filter(step -> !step.isAskedBy(offer))
                    .flatMap(step -> step.of(offer).stream()))
        .toList();
  }

  private static List<Step> steps(String value) {
    try {
      List<Step> steps = new ArrayList<>();
      for (JsonNode node : JSON.readTree(value)) {
        Optional<String> price = field(node, PRICE).filter(text -> text.matches("\\D?\\d[\\d.,]*"));
        Optional<String> quantity = field(node, QUANTITY);
        if (price.isPresent() && quantity.isPresent() && steps.size() < MOST) {
          steps.add(new Step(quantity.get(), price.get().replaceAll("^\\D", "")));
        }
      }
      return steps;
    } catch (JsonProcessingException notJson) {
      return List.of();
    }
  }

  private static Optional<String> field(JsonNode node, Pattern key) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (key.matcher(field.getKey()).matches() && field.getValue().isValueNode()) {
        return Optional.of(field.getValue().asText().strip()).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  private record Step(String quantity, String amount) {

    boolean isAskedBy(PlanPrice offer) {
      return minor(offer)
          .filter(sum -> Objects.equals(sum, offer.price().amountMinor()))
          .isPresent();
    }

    Optional<PlanPrice> of(PlanPrice offer) {
      return minor(offer)
          .map(
              sum ->
                  new PlanPrice(
                      offer.plan(),
                      offer.price().asking(sum, offer.price().currency()),
                      amount,
                      null,
                      null,
                      quantity,
                      offer.addOn()));
    }

    private Optional<Long> minor(PlanPrice offer) {
      String currency = offer.price().currency();
      return currency == null
          ? Optional.empty()
          : Amounts.parse(amount).map(sum -> Amounts.minor(sum, currency));
    }
  }
}
