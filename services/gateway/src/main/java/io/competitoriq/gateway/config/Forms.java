package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one form of each thing, whether a service told it or a person wrote it: what is equal is
/// equal then. Pure.
final class Forms {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String MIDNIGHT_SECONDS = ":00";

  private Forms() {}

  /// Whether two values say the same; `10` is `10.0`.
  static boolean same(@Nullable JsonNode one, JsonNode other) {
    return one != null && one.equals(Forms::compared, other);
  }

  private static int compared(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  /// The members that say something.
  static ObjectNode said(JsonNode node) {
    ObjectNode said = JSON.objectNode();
    node.properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (!value.isNull()) {
                said.set(member.getKey(), value.isObject() ? said(value) : withoutNulls(value));
              }
            });
    return said;
  }

  private static JsonNode withoutNulls(JsonNode value) {
    if (!value.isArray()) {
      return value;
    }
    ArrayNode items = JSON.arrayNode();
    value.forEach(item -> items.add(item.isObject() ? said(item) : item));
    return items;
  }

  /// A list whose order says nothing.
  static ArrayNode sorted(JsonNode list) {
    ArrayNode sorted = JSON.arrayNode();
    list.valueStream()
        .map(JsonNode::asText)
        .map(String::strip)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(sorted::add);
    return sorted;
  }

  /// Without what is only told of an adaptive one.
  static ObjectNode schedule(JsonNode told) {
    ObjectNode schedule = said(told);
    if (schedule.get("adaptive") instanceof ObjectNode adaptive) {
      adaptive.remove(List.of("current", "why"));
    }
    return schedule;
  }

  /// With all that a rule asks, in its order.
  static ObjectNode condition(ObjectNode asked) {
    ObjectNode condition = JSON.objectNode();
    condition.set("competitors", sorted(asked.path("competitors")));
    condition.set("tags", sorted(asked.path("tags")));
    condition.set("categories", sorted(asked.path("categories")));
    copy(asked, condition, "factKind", "field", "operator");
    if (asked.has("value")) {
      condition.set("value", plain(asked.path("value")));
    }
    copy(asked, condition, "currency");
    condition.put("leastSignificance", asked.path("leastSignificance").asInt(0));
    condition.set("keywords", asked.has("keywords") ? asked.path("keywords") : JSON.arrayNode());
    return condition;
  }

  static ObjectNode telling(ObjectNode asked) {
    ObjectNode telling = JSON.objectNode();
    telling.set("channels", sorted(asked.path("channels")));
    copy(asked, telling, "mode");
    telling.put("zone", asked.path("zone").asText("UTC"));
    for (String times : List.of("digest", "quietHours")) {
      if (asked.get(times) instanceof ObjectNode found) {
        telling.set(times, times(found));
      }
    }
    telling.put("coolDownMinutes", asked.path("coolDownMinutes").asInt(0));
    return telling;
  }

  /// Of a digest, with all that it asks.
  static ObjectNode selection(JsonNode asked) {
    ObjectNode selection = JSON.objectNode();
    for (String list : List.of("competitors", "tags", "categories")) {
      selection.set(list, sorted(asked.path(list)));
    }
    selection.put("leastSignificance", asked.path("leastSignificance").asInt(0));
    return selection;
  }

  static ObjectNode cadence(ObjectNode asked) {
    ObjectNode cadence = JSON.objectNode();
    copy(times(asked), cadence, "frequency", "time", "day");
    cadence.put("zone", asked.path("zone").asText("UTC"));
    return cadence;
  }

  /// Budgets of named sources.
  static ArrayNode sourceBudgets(JsonNode asked) {
    ArrayNode sorted = JSON.arrayNode();
    asked
        .valueStream()
        .sorted(
            Comparator.comparing(
                named ->
                    Keys.source(named.path("competitor").asText(), named.path("source").asText())))
        .forEach(sorted::add);
    return sorted;
  }

  static ObjectNode query(ObjectNode asked) {
    ObjectNode query = JSON.objectNode();
    copy(asked, query, "competitor");
    for (String filter : List.of("category", "severity", "triage")) {
      query.set(filter, sorted(asked.path(filter)));
    }
    copy(asked, query, "q");
    return query;
  }

  /// With the fields that are there, in their order.
  static ObjectNode company(ObjectNode asked) {
    ObjectNode company = JSON.objectNode();
    copy(asked, company, "name", "sells", "segments", "positioning", "plans");
    for (var list : List.of(List.of("relations", "competitor"), List.of("teams", "audience"))) {
      if (asked.has(list.getFirst())) {
        ArrayNode sorted = JSON.arrayNode();
        asked
            .path(list.getFirst())
            .valueStream()
            .sorted(Comparator.comparing(item -> item.path(list.getLast()).asText()))
            .forEach(sorted::add);
        company.set(list.getFirst(), sorted);
      }
    }
    return company;
  }

  /// Times of day to the minute.
  private static ObjectNode times(ObjectNode asked) {
    ObjectNode times = JSON.objectNode();
    asked
        .properties()
        .forEach(
            member -> {
              String text = member.getValue().asText();
              boolean withSeconds = text.length() == 8 && text.endsWith(MIDNIGHT_SECONDS);
              times.set(
                  member.getKey(),
                  withSeconds ? JSON.textNode(text.substring(0, 5)) : member.getValue());
            });
    return times;
  }

  /// `10` rather than `10.0`.
  private static JsonNode plain(JsonNode number) {
    var value = number.decimalValue().stripTrailingZeros();
    return value.scale() <= 0 && value.precision() - value.scale() <= 18
        ? JSON.numberNode(value.longValueExact())
        : DecimalNode.valueOf(value);
  }

  private static void copy(ObjectNode from, ObjectNode to, String... fields) {
    for (String field : fields) {
      if (from.has(field)) {
        to.set(field, from.path(field));
      }
    }
  }
}
