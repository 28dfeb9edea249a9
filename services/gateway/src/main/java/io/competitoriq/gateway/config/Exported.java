package io.competitoriq.gateway.config;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the services tell, in the words of a document: names for ids, and always the same order.
/// What names something that is archived cannot be said without an id and is left out. Pure.
final class Exported {

  /// Stands for what must not be told.
  static final String SECRET = "${secret}";

  private static final Set<String> CHATS = Set.of("SLACK", "TEAMS", "DISCORD");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long NO_VERSION = -1;

  private final List<Stored> items = new ArrayList<>();
  private final Map<String, String> domains = new HashMap<>();
  private final Map<String, String> channelNames = new HashMap<>();
  private final Map<String, JsonNode> sources = new HashMap<>();

  private Exported() {}

  /// Whose address opens it to whoever knows it.
  static boolean isChat(String channelKind) {
    return CHATS.contains(channelKind);
  }

  static Workspace of(Answers answers) {
    var exported = new Exported();
    sorted(answers.of(Part.COMPETITOR), "domain").forEach(exported::competitor);
    sorted(answers.of(Part.SOURCE), "url").forEach(exported::source);
    var names = new Keys();
    sorted(answers.of(Part.CHANNEL), "name").forEach(row -> exported.channel(names, row));
    answers.of(Part.IGNORE_RULE).stream()
        .flatMap(row -> exported.ignoreRule(row).stream())
        .sorted(comparing(Stored::key))
        .forEach(exported.items::add);
    var ruleNames = new Keys();
    sorted(answers.of(Part.ALERT_RULE), "name").forEach(row -> exported.alertRule(ruleNames, row));
    var digestNames = new Keys();
    sorted(answers.of(Part.DIGEST), "name").forEach(row -> exported.digest(digestNames, row));
    var viewNames = new Keys();
    sorted(answers.of(Part.VIEW), "name").forEach(row -> exported.view(viewNames, row));
    answers.of(Part.COMPANY).forEach(exported::company);
    answers.of(Part.RETENTION).forEach(exported::retention);
    sorted(answers.of(Part.AI_BUDGET), "account").forEach(exported::aiBudget);
    sorted(answers.of(Part.PROVIDER_BUDGET), "provider").forEach(exported::providerBudget);
    return new Workspace(exported.items);
  }

  /// Stable: of equal names the oldest comes first, as the services tell them.
  private static List<JsonNode> sorted(List<JsonNode> rows, String field) {
    return rows.stream().sorted(comparing((JsonNode row) -> row.path(field).asText())).toList();
  }

  private void competitor(JsonNode row) {
    String domain = row.path("domain").asText();
    domains.put(row.path("id").asText(), domain);
    ObjectNode content = JSON.objectNode();
    content.set("url", row.path("url"));
    content.set("name", row.path("name"));
    content.put("description", row.path("description").asText(""));
    content.set("tags", Forms.sorted(row.path("tags")));
    items.add(stored(Part.COMPETITOR, domain, content, row));
  }

  private void source(JsonNode row) {
    String domain = domains.get(row.path("competitorId").asText());
    if (domain == null) {
      return;
    }
    sources.put(row.path("id").asText(), row);
    ObjectNode content = JSON.objectNode();
    for (String field :
        List.of("url", "kind", "collector", "title", "paused", "rendering", "options")) {
      content.set(field, row.path(field));
    }
    content.set("schedule", Forms.schedule(row.path("schedule")));
    String key = Keys.source(domain, row.path("url").asText());
    items.add(stored(Part.SOURCE, key, content, row));
  }

  private void channel(Keys names, JsonNode row) {
    String key = names.named(row.path("name").asText());
    channelNames.put(row.path("id").asText(), key);
    String kind = row.path("kind").asText();
    ObjectNode content = JSON.objectNode();
    content.set("name", row.path("name"));
    content.put("kind", kind);
    content.put("target", isChat(kind) ? SECRET : row.path("target").asText());
    if (kind.equals("WEBHOOK")) {
      content.set("format", row.path("format"));
    }
    content.set("enabled", row.path("enabled"));
    items.add(stored(Part.CHANNEL, key, content, row));
  }

  private Optional<Stored> ignoreRule(JsonNode row) {
    ObjectNode content = JSON.objectNode();
    content.set("level", row.path("level"));
    if (row.hasNonNull("tag")) {
      content.set("tag", row.path("tag"));
    }
    if (row.hasNonNull("sourceId")) {
      JsonNode source = sources.get(row.path("sourceId").asText());
      if (source == null) {
        return Optional.empty();
      }
      content.put("competitor", domains.get(source.path("competitorId").asText()));
      content.set("source", source.path("url"));
    }
    content.set("kind", row.path("kind"));
    content.set("pattern", row.path("pattern"));
    return Optional.of(stored(Part.IGNORE_RULE, Keys.ignoreRule(content), content, row));
  }

  private void alertRule(Keys names, JsonNode row) {
    ObjectNode condition = Forms.said(row.path("condition"));
    condition.set("competitors", named(domains, condition.remove("competitorIds")));
    ObjectNode telling = Forms.said(row.path("telling"));
    telling.set("channels", named(channelNames, telling.remove("channelIds")));
    ObjectNode content = JSON.objectNode();
    content.set("name", row.path("name"));
    content.set("enabled", row.path("enabled"));
    content.set("condition", Forms.condition(condition));
    content.set("telling", Forms.telling(telling));
    items.add(stored(Part.ALERT_RULE, names.named(row.path("name").asText()), content, row));
  }

  private void digest(Keys names, JsonNode row) {
    ObjectNode selection = Forms.said(row.path("selection"));
    selection.set("competitors", named(domains, selection.remove("competitorIds")));
    ObjectNode content = JSON.objectNode();
    content.set("name", row.path("name"));
    content.set("audience", row.path("audience"));
    content.set("enabled", row.path("enabled"));
    content.set("selection", Forms.selection(selection));
    content.set("cadence", Forms.cadence(Forms.said(row.path("cadence"))));
    content.set("channels", Forms.sorted(named(channelNames, row.path("channelIds"))));
    content.set("recipients", Forms.sorted(row.path("recipients")));
    items.add(stored(Part.DIGEST, names.named(row.path("name").asText()), content, row));
  }

  private void retention(JsonNode row) {
    ObjectNode content = Forms.said(row.path("rule"));
    items.add(
        stored(
            Part.RETENTION,
            Keys.RETENTION,
            content.retain("keepNewest", "keepChanged", "bodyDays"),
            row));
  }

  private void aiBudget(JsonNode row) {
    ObjectNode content = Forms.said(row).retain("account", "dayMicros", "monthMicros");
    items.add(stored(Part.AI_BUDGET, row.path("account").asText(), content, row));
  }

  private void providerBudget(JsonNode row) {
    ObjectNode content = JSON.objectNode();
    content.set("provider", row.path("provider"));
    content.set("monthMicros", row.path("budget").path("monthMicros"));
    content.set("sourceMicros", row.path("budget").path("sourceMicros"));
    ArrayNode budgets = JSON.arrayNode();
    row.path("budget")
        .path("sources")
        .properties()
        .forEach(
            budget -> {
              JsonNode source = sources.get(budget.getKey());
              if (source != null) {
                ObjectNode named = budgets.addObject();
                named.put("competitor", domains.get(source.path("competitorId").asText()));
                named.set("source", source.path("url"));
                named.set("monthMicros", budget.getValue());
              }
            });
    content.set("sources", Forms.sourceBudgets(budgets));
    items.add(stored(Part.PROVIDER_BUDGET, row.path("provider").asText(), content, row));
  }

  private void view(Keys names, JsonNode row) {
    ObjectNode query = Forms.said(row.path("query"));
    JsonNode competitor = query.remove("competitorId");
    if (competitor != null) {
      String domain = domains.get(competitor.asText());
      if (domain == null) {
        return;
      }
      query.put("competitor", domain);
    }
    ObjectNode content = JSON.objectNode();
    content.set("name", row.path("name"));
    content.set("query", Forms.query(query));
    items.add(stored(Part.VIEW, names.named(row.path("name").asText()), content, row));
  }

  private void company(JsonNode row) {
    ObjectNode content = Forms.said(row.path("profile"));
    ArrayNode relations = JSON.arrayNode();
    content
        .path("relations")
        .forEach(
            relation -> {
              String domain = domains.get(relation.path("competitorId").asText());
              if (domain != null) {
                ObjectNode named = JSON.objectNode().put("competitor", domain);
                named.set("standing", relation.path("standing"));
                named.set("note", relation.path("note"));
                relations.add(named);
              }
            });
    content.set("relations", relations);
    items.add(stored(Part.COMPANY, Keys.COMPANY, Forms.company(content), row));
  }

  private static ArrayNode named(Map<String, String> names, JsonNode ids) {
    ArrayNode named = JSON.arrayNode();
    ids.forEach(
        id -> {
          String name = names.get(id.asText());
          if (name != null) {
            named.add(name);
          }
        });
    return named;
  }

  private static Stored stored(Part part, String key, ObjectNode content, JsonNode row) {
    return new Stored(
        part, key, content, row.path("id").asText(), row.path("version").asLong(NO_VERSION));
  }
}
