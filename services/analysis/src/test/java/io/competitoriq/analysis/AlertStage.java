package io.competitoriq.analysis;

import static org.awaitility.Awaitility.await;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What tests about alerts do again and again.
@ApplicationScoped
class AlertStage {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Service service;

  AlertStage(Service service) {
    this.service = service;
  }

  /// A webhook that the receiver takes at that path; the answer holds its secret.
  JsonPath webhook(UUID workspace, String path) {
    return channel(workspace, "WEBHOOK", Receiver.address(path));
  }

  JsonPath channel(UUID workspace, String kind, String target) {
    return service
        .as(workspace, "admin")
        .body(Map.of("name", "#pricing", "kind", kind, "target", target))
        .post("/channels")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /// A condition that asks nothing but what is given.
  static Map<String, Object> condition(Map<String, ?> asked) {
    Map<String, Object> condition = new HashMap<>();
    condition.put("competitorIds", List.of());
    condition.put("tags", List.of());
    condition.put("categories", List.of());
    condition.put("operator", "ANY");
    condition.put("leastSignificance", 0);
    condition.put("keywords", List.of());
    condition.putAll(asked);
    return condition;
  }

  /// Told at once, to these channels, but for what is given.
  static Map<String, Object> telling(List<String> channels, Map<String, ?> given) {
    Map<String, Object> telling = new HashMap<>();
    telling.put("channelIds", channels);
    telling.put("mode", "IMMEDIATE");
    telling.put("zone", "UTC");
    telling.put("coolDownMinutes", 0);
    telling.putAll(given);
    return telling;
  }

  String rule(UUID workspace, Map<String, ?> condition, Map<String, ?> telling) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("name", "Prices", "enabled", true, "condition", condition, "telling", telling))
        .post("/alert-rules")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  JsonPath firings(UUID workspace, String rule) {
    return service
        .as(workspace, "viewer")
        .get("/alert-rules/" + rule + "/firings")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /// The only delivery of the workspace, once it is no longer waiting.
  JsonPath delivered(UUID workspace) {
    String id =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    service
                        .as(workspace, "viewer")
                        .get("/deliveries")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("items.find { it.state != 'WAITING' }?.id"),
                found -> found != null);
    return service
        .as(workspace, "viewer")
        .get("/deliveries/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  String raise(UUID workspace, UUID competitor, FactChange... facts) {
    UUID id = UUID.randomUUID();
    return service
        .raise(
            workspace,
            new RaiseSignal(
                competitor,
                UUID.randomUUID(),
                id,
                UUID.randomUUID(),
                URI.create("https://brightdesk.example/" + id),
                SourceKind.PRICING,
                "Pricing",
                Changes.SEEN,
                List.of(facts),
                List.of()))
        .getString("id");
  }

  static FactChange price(String plan, long before, long after) {
    return Changes.price(plan, Changes.usd(before), Changes.usd(after));
  }

  /// What a rule would have done in 30 days.
  Response backTest(UUID workspace, Map<String, ?> asked, Map<String, ?> given) {
    Map<String, Object> trial = new HashMap<>();
    trial.put("condition", condition(asked));
    trial.put("telling", telling(List.of(), given));
    trial.put("days", 30);
    return service.as(workspace, "viewer").body(trial).post("/alert-rules/test");
  }
}
