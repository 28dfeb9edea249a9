package io.competitoriq.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.gateway.route.Service;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The tools a model gets, each a question to the services that the key could ask itself.
@ApplicationScoped
class McpTools {

  private static final int MOST = 50;
  private static final String LIMIT = "How many items at most, 1 to 50";
  private static final String CURSOR = "nextCursor of the page before; leave out for the first";
  private static final String COMPETITOR = "Id of a competitor, from list_competitors";

  private final ToolCaller caller;
  private final FoundReader reader;
  private final McpConfig config;

  McpTools(ToolCaller caller, FoundReader reader, McpConfig config) {
    this.caller = caller;
    this.reader = reader;
    this.config = config;
  }

  @Tool(
      name = "list_competitors",
      description = "The companies this workspace tracks, with their tags and number of sources.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              title = "List competitors",
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Uni<Found.Competitors> listCompetitors(
      @ToolArg(name = "query", description = "Part of a name or domain") Optional<String> query,
      @ToolArg(name = "cursor", description = CURSOR) Optional<String> cursor,
      @ToolArg(name = "limit", description = LIMIT, defaultValue = "20") int limit) {
    Map<String, Optional<String>> filters = page(cursor, limit);
    filters.put("q", query);
    return caller
        .get(caller.request(), Service.COMPETITORS, "/competitors", filters)
        .map(reader::competitors);
  }

  @Tool(
      name = "search_signals",
      description =
          "What competitors changed that matters: price moves, new features, hiring and more,"
              + " newest first. get_change tells the evidence of a signal's changeId.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              title = "Search signals",
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Uni<Found.Signals> searchSignals(
      @ToolArg(name = "query", description = "Words to find") Optional<String> query,
      @ToolArg(name = "competitor_id", description = COMPETITOR) Optional<String> competitorId,
      @ToolArg(
              name = "category",
              description =
                  "PRICING, PRODUCT, POSITIONING, HIRING, NEWS, LEADERSHIP, LEGAL or OTHER")
          Optional<String> category,
      @ToolArg(name = "severity", description = "CRITICAL, HIGH, MEDIUM or LOW")
          Optional<String> severity,
      @ToolArg(
              name = "since",
              description =
                  "Detected at or after this time, ISO 8601, such as 2026-11-01T00:00:00Z")
          Optional<String> since,
      @ToolArg(name = "cursor", description = CURSOR) Optional<String> cursor,
      @ToolArg(name = "limit", description = LIMIT, defaultValue = "20") int limit) {
    Map<String, Optional<String>> filters = page(cursor, limit);
    filters.put("q", query);
    filters.put("competitorId", competitorId.map(id -> ToolCaller.id("competitor_id", id)));
    filters.put("category", category);
    filters.put("severity", severity);
    filters.put("since", since);
    return caller.get(caller.request(), Service.ANALYSIS, "/signals", filters).map(reader::signals);
  }

  @Tool(
      name = "get_change",
      description =
          "One change with what was said before and after, and the verified quotes and kept pages"
              + " that prove it.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              title = "Get a change with its evidence",
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Uni<Found.Change> getChange(
      @ToolArg(name = "change_id", description = "changeId of a signal") String changeId) {
    return caller
        .get(
            caller.request(),
            Service.PROCESS,
            "/changes/" + ToolCaller.id("change_id", changeId),
            Map.of())
        .map(reader::change);
  }

  @Tool(
      name = "price_history",
      description =
          "What the plans of a competitor cost over time. Amounts are in minor units of the currency"
              + " (cents) per period; times are ISO 8601 in UTC, oldest first.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              title = "Price history",
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Uni<Found.Prices> priceHistory(
      @ToolArg(name = "competitor_id", description = COMPETITOR) String competitorId) {
    Map<String, Optional<String>> filters =
        Map.of("competitorId", Optional.of(ToolCaller.id("competitor_id", competitorId)));
    return caller
        .get(caller.request(), Service.PROCESS, "/facts/prices", filters)
        .map(reader::prices);
  }

  @Tool(
      name = "get_battlecard",
      description =
          "The published battlecard about a competitor with today's facts, and what of it has gone"
              + " stale.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              title = "Get a battlecard",
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Uni<Found.Battlecard> getBattlecard(
      @ToolArg(name = "competitor_id", description = COMPETITOR) String competitorId) {
    RoutingContext request = caller.request();
    Map<String, Optional<String>> filters =
        Map.of("competitorId", Optional.of(ToolCaller.id("competitor_id", competitorId)));
    return caller
        .get(request, Service.ANALYSIS, "/battlecards", filters)
        .map(McpTools::published)
        .chain(id -> caller.get(request, Service.ANALYSIS, "/battlecards/" + id, Map.of()))
        .map(reader::battlecard);
  }

  private static String published(JsonNode cards) {
    for (JsonNode card : cards) {
      if (card.path("published").isObject()) {
        return card.path("id").asText();
      }
    }
    throw new ToolCallException("No battlecard about this competitor has been published yet.");
  }

  @Tool(
      name = "ask",
      description =
          "Answers a question about what the tracked competitors publish, each claim with numbered"
              + " citations. Says so when the kept pages do not answer it. May take 20 seconds.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              title = "Ask",
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = false,
              openWorldHint = false))
  Uni<Found.Answer> ask(
      @ToolArg(name = "question", description = "3 to 500 characters") String question,
      @ToolArg(name = "competitor_id", description = COMPETITOR + "; leave out for all")
          Optional<String> competitorId) {
    RoutingContext request = caller.request();
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("question", question);
    competitorId
        .map(id -> ToolCaller.id("competitor_id", id))
        .ifPresent(id -> body.putObject("scope").putArray("competitorIds").add(id));
    return caller
        .post(request, Service.ANALYSIS, "/ask", body)
        .chain(answer -> worded(request, answer))
        .map(reader::answer);
  }

  /// Looks for the model's wording until it is there or the wait is over; the extracts are an
  /// answer as well.
  private Uni<JsonNode> worded(RoutingContext request, JsonNode answer) {
    long looks = Math.max(1, config.askWait().toMillis() / config.askLook().toMillis());
    if (!FoundReader.isPending(answer)) {
      return Uni.createFrom().item(answer);
    }
    String path = "/ask/" + answer.path("id").asText();
    return Uni.createFrom()
        .nullItem()
        .onItem()
        .delayIt()
        .by(config.askLook())
        .chain(() -> caller.get(request, Service.ANALYSIS, path, Map.of()))
        .repeat()
        .whilst(FoundReader::isPending)
        .select()
        .first(looks)
        .collect()
        .last();
  }

  private static Map<String, Optional<String>> page(Optional<String> cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new ToolCallException("limit must be from 1 to " + MOST + ".");
    }
    Map<String, Optional<String>> filters = new LinkedHashMap<>();
    filters.put("cursor", cursor);
    filters.put("limit", Optional.of(String.valueOf(limit)));
    return filters;
  }
}
