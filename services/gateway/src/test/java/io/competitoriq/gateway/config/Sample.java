package io.competitoriq.gateway.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// A workspace as its services tell it, and what they say of a document of it.
final class Sample {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String ACME = "0198c0de-0000-7000-8000-000000000001";
  static final String PRICING = "0198c0de-0000-7000-8000-000000000011";
  static final String MAIL = "0198c0de-0000-7000-8000-000000000021";
  static final String CHAT = "0198c0de-0000-7000-8000-000000000022";
  static final String SECOND_MAIL = "0198c0de-0000-7000-8000-000000000023";
  static final String GONE = "0198c0de-0000-7000-8000-00000000dead";

  private Sample() {}

  static Answers answers() {
    return new Answers(
        Map.ofEntries(
            Map.entry(
                Part.COMPETITOR,
                List.of(
                    json(
                        """
                {"id": "0198c0de-0000-7000-8000-000000000002", "domain": "brightdesk.example", "url": "https://brightdesk.example/",
                 "name": "No", "description": null, "tags": [], "version": 0}"""),
                    json(
                        """
                {"id": "%s", "domain": "acme.com", "url": "https://acme.com/", "name": "Acme: \\"the\\" #1",
                 "description": "Two lines,\\nsecond: here", "tags": ["tier-1", "eu"], "version": 4}"""
                            .formatted(ACME)))),
            Map.entry(
                Part.SOURCE,
                List.of(
                    json(
                        """
                {"id": "%s", "competitorId": "%s", "kind": "PRICING", "collector": "BUILTIN", "url": "https://acme.com/pricing",
                 "title": "Plans", "paused": false, "rendering": "AUTO", "options": {"maxPages": 5, "on": "off"}, "version": 2,
                 "schedule": {"interval": "PT6H", "cron": null, "zone": "Europe/Berlin", "jitter": "PT5M", "window": null,
                   "adaptive": {"shortest": "PT1H", "longest": "P2D", "current": "PT3H", "why": "told"}}}"""
                            .formatted(PRICING, ACME)))),
            Map.entry(
                Part.IGNORE_RULE,
                List.of(
                    json(
                        """
                {"id": "r1", "level": "SOURCE", "tag": null, "sourceId": "%s", "kind": "REGEX", "pattern": "\\\\d+ visitors?"}"""
                            .formatted(PRICING)),
                    json(
                        """
                {"id": "r2", "level": "TAG", "tag": "eu", "sourceId": null, "kind": "TEXT", "pattern": "cookies"}"""),
                    json(
                        """
                {"id": "r3", "level": "SOURCE", "tag": null, "sourceId": "%s", "kind": "TEXT", "pattern": "of nothing"}"""
                            .formatted(GONE)))),
            Map.entry(
                Part.CHANNEL,
                List.of(
                    channel(MAIL, "Mail", "EMAIL", "a@acme.example, b@acme.example"),
                    channel(CHAT, "Chat", "SLACK", "hooks.slack.example"),
                    channel(SECOND_MAIL, "Mail", "EMAIL", "c@acme.example"))),
            Map.entry(
                Part.ALERT_RULE,
                List.of(
                    json(
                        """
                {"id": "a1", "name": "Prices", "enabled": true, "version": 1,
                 "condition": {"competitorIds": ["%s", "%s"], "tags": [], "categories": ["PRICING"], "factKind": "PRICE",
                   "field": "amount", "operator": "RISES_BY", "value": 5.0, "currency": null, "leastSignificance": 0, "keywords": []},
                 "telling": {"channelIds": ["%s", "%s"], "mode": "WEEKLY", "zone": "UTC", "digest": {"time": "07:30:00", "day": "MONDAY"},
                   "quietHours": null, "coolDownMinutes": 60}}"""
                            .formatted(ACME, GONE, SECOND_MAIL, CHAT)))),
            Map.entry(
                Part.DIGEST,
                List.of(
                    json(
                        """
                {"id": "d1", "name": "Monday", "audience": "SALES", "enabled": true, "version": 2,
                 "selection": {"competitorIds": ["%s", "%s"], "tags": ["eu"], "categories": ["PRICING", "HIRING"], "leastSignificance": 40},
                 "cadence": {"frequency": "WEEKLY", "time": "07:00:00", "day": "MONDAY", "zone": "Europe/Berlin"},
                 "channelIds": ["%s"], "recipients": ["b@acme.example", "a@acme.example"], "nextAt": "2026-12-07T06:00:00Z"}"""
                            .formatted(ACME, GONE, SECOND_MAIL)))),
            Map.entry(
                Part.VIEW,
                List.of(
                    json(
                        """
                {"id": "v1", "name": "Acme", "query": {"competitorId": "%s", "category": [], "severity": ["HIGH", "CRITICAL"],
                 "triage": [], "q": null}}"""
                            .formatted(ACME)))),
            Map.entry(
                Part.COMPANY,
                List.of(
                    json(
                        """
            {"version": 3, "profile": {"name": "Us", "sells": "", "segments": ["agencies"], "positioning": "",
             "plans": [{"name": "Pro", "amountMinor": 4900, "currency": "USD", "period": "MONTH", "includes": "all"},
               {"name": "Custom", "amountMinor": null, "currency": null, "period": null, "includes": ""}],
             "relations": [{"competitorId": "%s", "standing": "DIRECT", "note": "close"},
               {"competitorId": "%s", "standing": "PARTNER", "note": "archived"}],
             "teams": []}}"""
                            .formatted(ACME, GONE)))),
            Map.entry(
                Part.RETENTION,
                List.of(
                    json(
                        """
            {"scope": "DEFAULT", "rule": {"keepNewest": 10, "keepChanged": true, "bodyDays": 365}, "setBy": null, "setAt": null}"""))),
            Map.entry(
                Part.AI_BUDGET,
                List.of(
                    json(
                        "{\"account\": \"WORKSPACE\", \"dayMicros\": 1000000, \"monthMicros\": 20000000, \"day\": {}, \"month\": {}}"),
                    json(
                        "{\"account\": \"ASK\", \"dayMicros\": 0, \"monthMicros\": 0, \"day\": {}, \"month\": {}}"))),
            Map.entry(
                Part.PROVIDER_BUDGET,
                List.of(
                    json(
                        """
                {"provider": "searchapi", "name": "SearchAPI.io", "state": "MISSING",
                 "budget": {"monthMicros": 5000000, "sourceMicros": 1000000, "sources": {"%s": 250000, "%s": 1}}}"""
                            .formatted(PRICING, GONE))))));
  }

  static Workspace workspace() {
    return Exported.of(answers());
  }

  static String yaml() {
    return new YamlWriter(JSON).write(workspace());
  }

  /// What competitors and process say of a document in which all is right.
  static Wishes.Checks checks(ConfigDocument document) {
    var addresses = JsonNodeFactory.instance.arrayNode();
    for (JsonNode competitor : document.tree().path("competitors")) {
      ObjectNode check = addresses.addObject();
      check.put("domain", competitor.path("url").asText().replaceAll("https://(www\\.)?|/$", ""));
      check.set("url", competitor.path("url"));
      var sources = check.putArray("sources");
      for (JsonNode source : competitor.path("sources")) {
        ObjectNode one = sources.addObject();
        one.set("url", source.path("url"));
        one.set("schedule", source.path("schedule"));
      }
    }
    return new Wishes.Checks(addresses, JsonNodeFactory.instance.arrayNode());
  }

  static List<Step> plan(String yaml, boolean prune) {
    ConfigDocument document = YamlReader.read(yaml);
    List<Mistake> mistakes = new ConfigSchema().mistakes(document);
    if (!mistakes.isEmpty()) {
      throw Mistake.refusal(mistakes);
    }
    return Planner.plan(workspace(), document, Wishes.of(document, checks(document)), prune);
  }

  private static JsonNode channel(String id, String name, String kind, String target) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("name", name)
        .put("kind", kind)
        .put("format", "STANDARD")
        .put("target", target)
        .put("enabled", true)
        .put("version", 0);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
