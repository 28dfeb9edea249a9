package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a document apart into the things it asks for, each in its one form, and notes what the
/// services that know addresses, schedules and patterns say is wrong. Pure.
final class Wishes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ConfigDocument document;
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<String> sourceLists = new HashSet<>();
  private final Map<String, String> pointers = new HashMap<>();

  private Wishes(ConfigDocument document) {
    this.document = document;
  }

  /// @param addresses what competitors says of each competitor of the document, in its order
  /// @param patterns what process says of each ignore rule, in its order
  record Checks(JsonNode addresses, JsonNode patterns) {}

  /// What is asked for, and what is wrong with it.
  ///
  /// @param sourceLists domains of the competitors whose sources are listed
  record Wished(List<Wanted> wanted, List<Mistake> mistakes, Set<String> sourceLists) {}

  static Wished of(ConfigDocument document, Checks checks) {
    var wishes = new Wishes(document);
    wishes.competitors(checks.addresses());
    wishes.named(Part.CHANNEL);
    wishes.ignoreRules(checks.patterns());
    wishes.named(Part.ALERT_RULE);
    wishes.named(Part.DIGEST);
    wishes.named(Part.VIEW);
    wishes.only(Part.COMPANY, Keys.COMPANY);
    wishes.only(Part.RETENTION, Keys.RETENTION);
    wishes.keyed(Part.AI_BUDGET, "account");
    wishes.keyed(Part.PROVIDER_BUDGET, "provider");
    return new Wished(wishes.wanted, wishes.mistakes, wishes.sourceLists);
  }

  private void competitors(JsonNode checks) {
    JsonNode competitors = document.tree().path("competitors");
    for (int i = 0; i < competitors.size(); i++) {
      String pointer = "/competitors/" + i;
      JsonNode check = checks.path(i);
      if (check.hasNonNull("problem")) {
        mistake(pointer + "/url", check.path("problem").asText());
      } else {
        competitor(competitors.path(i), check, pointer);
      }
    }
  }

  private void competitor(JsonNode asked, JsonNode check, String pointer) {
    String domain = check.path("domain").asText();
    ObjectNode content = ((ObjectNode) asked).deepCopy();
    JsonNode sources = content.remove("sources");
    content.set("url", check.path("url"));
    if (content.has("tags")) {
      content.set("tags", Forms.sorted(content.path("tags")));
    }
    strip(content, "name", "description");
    add(new Wanted(Part.COMPETITOR, domain, content, pointer));
    if (sources == null) {
      return;
    }
    sourceLists.add(domain);
    for (int i = 0; i < sources.size(); i++) {
      source(domain, sources.path(i), check.path("sources").path(i), pointer + "/sources/" + i);
    }
  }

  private void source(String domain, JsonNode asked, JsonNode check, String pointer) {
    if (check.hasNonNull("problem")) {
      mistake(pointer + "/" + check.path("field").asText("url"), check.path("problem").asText());
      return;
    }
    ObjectNode content = ((ObjectNode) asked).deepCopy();
    content.set("url", check.path("url"));
    if (content.has("schedule")) {
      content.set("schedule", Forms.schedule(check.path("schedule")));
    }
    strip(content, "title");
    String key = Keys.source(domain, check.path("url").asText());
    add(new Wanted(Part.SOURCE, key, content, pointer));
  }

  private void ignoreRules(JsonNode checks) {
    JsonNode rules = document.tree().path("ignoreRules");
    for (int i = 0; i < rules.size(); i++) {
      String pointer = "/ignoreRules/" + i;
      if (checks.path(i).isTextual()) {
        mistake(pointer + "/pattern", checks.path(i).asText());
      } else {
        ObjectNode content = ((ObjectNode) rules.path(i)).deepCopy();
        add(new Wanted(Part.IGNORE_RULE, Keys.ignoreRule(content), content, pointer));
      }
    }
  }

  private void named(Part part) {
    JsonNode list = document.tree().path(part.section());
    var names = new Keys();
    for (int i = 0; i < list.size(); i++) {
      ObjectNode content = ((ObjectNode) list.path(i)).deepCopy();
      strip(content, "name");
      String key = names.named(content.path("name").asText());
      add(new Wanted(part, key, formed(part, content), "/" + part.section() + "/" + i));
    }
  }

  /// What there is one of.
  private void only(Part part, String key) {
    if (document.has(part.section())) {
      ObjectNode content = document.tree().path(part.section()).deepCopy();
      add(new Wanted(part, key, formed(part, content), "/" + part.section()));
    }
  }

  private void keyed(Part part, String field) {
    JsonNode list = document.tree().path(part.section());
    for (int i = 0; i < list.size(); i++) {
      ObjectNode content = list.path(i).deepCopy();
      String key = content.path(field).asText();
      add(new Wanted(part, key, formed(part, content), "/" + part.section() + "/" + i));
    }
  }

  private static ObjectNode formed(Part part, ObjectNode content) {
    switch (part) {
      case ALERT_RULE -> {
        content.set("condition", Forms.condition((ObjectNode) content.path("condition")));
        content.set("telling", Forms.telling((ObjectNode) content.path("telling")));
      }
      case DIGEST -> digest(content);
      case VIEW -> content.set("query", Forms.query((ObjectNode) content.path("query")));
      case COMPANY -> {
        return Forms.company(content);
      }
      case PROVIDER_BUDGET -> {
        if (content.has("sources")) {
          content.set("sources", Forms.sourceBudgets(content.path("sources")));
        }
      }
      case COMPETITOR, SOURCE, CHANNEL, IGNORE_RULE, RETENTION, AI_BUDGET -> {}
    }
    return content;
  }

  private static void digest(ObjectNode content) {
    content.set("cadence", Forms.cadence((ObjectNode) content.path("cadence")));
    if (content.has("selection")) {
      content.set("selection", Forms.selection(content.path("selection")));
    }
    for (String list : List.of("channels", "recipients")) {
      if (content.has(list)) {
        content.set(list, Forms.sorted(content.path(list)));
      }
    }
  }

  /// As the services do.
  private static void strip(ObjectNode content, String... fields) {
    for (String field : fields) {
      if (content.has(field)) {
        content.set(field, JSON.textNode(content.path(field).asText().strip()));
      }
    }
  }

  private void add(Wanted one) {
    String first = pointers.putIfAbsent(one.part() + " " + one.key(), one.pointer());
    if (first == null) {
      wanted.add(one);
    } else {
      mistake(
          one.pointer(),
          "%s stands here twice, in line %d first.".formatted(one.key(), document.lineOf(first)));
    }
  }

  private void mistake(String pointer, String message) {
    mistakes.add(document.mistake(pointer, message));
  }
}
