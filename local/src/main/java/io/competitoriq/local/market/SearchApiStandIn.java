package io.competitoriq.local.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/// SearchAPI.io: a search costs a credit, an account without credits is answered 429 like one that
/// is too fast, and asking for the account costs nothing. The account is full again when the market
/// is opened again.
final class SearchApiStandIn implements StandIn {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Clock clock;
  private final SearchEngines engines;
  private final int allowance;
  private final int hourly;
  private final Deque<Instant> lastHour = new ArrayDeque<>();
  private int used;

  /// @param allowance credits in all
  /// @param hourly most searches in an hour
  SearchApiStandIn(MarketState state, Clock clock, int allowance, int hourly) {
    this.clock = clock;
    this.engines = new SearchEngines(state, clock);
    this.allowance = allowance;
    this.hourly = hourly;
  }

  @Override
  public synchronized Reply answer(Call call) {
    if (!DemoKeys.SEARCHAPI.equals(call.key("api_key"))) {
      return refusal(401, "Invalid API key. This is the demo market, not SearchAPI.io.");
    }
    while (!lastHour.isEmpty() && lastHour.getFirst().plus(HOUR).isBefore(clock.instant())) {
      lastHour.removeFirst();
    }
    return switch (call.path()) {
      case "/api/v1/me" -> Reply.of(200, account());
      case "/api/v1/search" -> search(call);
      default -> refusal(404, "Not found.");
    };
  }

  private ObjectNode account() {
    ObjectNode me = StandIn.object();
    me.putObject("account")
        .put("current_month_usage", used)
        .put("monthly_allowance", allowance)
        .put("remaining_credits", allowance - used);
    me.putObject("api_usage")
        .put("searches_this_hour", lastHour.size())
        .put("hourly_rate_limit", hourly);
    return me;
  }

  private Reply search(Call call) {
    Map<String, String> asked = new TreeMap<>(call.parameters());
    try {
      if (call.method().equals("POST")) {
        JsonNode body = Script.JSON.readTree(call.body());
        body.properties().forEach(entry -> asked.put(entry.getKey(), entry.getValue().asText()));
      }
    } catch (JsonProcessingException notJson) {
      return refusal(400, "The body is not valid JSON.");
    }
    asked.remove("api_key");
    if (used >= allowance) {
      return refusal(429, "You have used all of the searches for the month.");
    }
    if (lastHour.size() >= hourly) {
      return refusal(429, "You have exceeded your hourly search limit of " + hourly + ".");
    }
    try {
      ObjectNode found = engines.search(asked);
      used++;
      lastHour.addLast(clock.instant());
      return Reply.of(200, page(asked, found));
    } catch (SearchEngines.Wrong wrong) {
      return refusal(wrong.status(), String.valueOf(wrong.getMessage()));
    }
  }

  private ObjectNode page(Map<String, String> asked, ObjectNode found) {
    ObjectNode page = StandIn.object();
    page.putObject("search_metadata")
        .put("id", "search_demo" + used)
        .put("status", "Success")
        .put("created_at", clock.instant().toString())
        .put("total_time_taken", 0.42);
    page.set("search_parameters", Script.JSON.valueToTree(asked));
    page.setAll(found);
    return page;
  }

  private static Reply refusal(int status, String error) {
    return Reply.of(status, StandIn.object().put("error", error));
  }
}
