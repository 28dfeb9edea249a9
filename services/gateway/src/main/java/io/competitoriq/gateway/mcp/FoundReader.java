package io.competitoriq.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.gateway.session.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes of what the services answer what a tool tells: bounded, so that no answer floods the
/// conversation it goes into.
@ApplicationScoped
class FoundReader {

  static final int MOST_PARTS = 100;
  static final int MOST_POINTS = 200;
  static final int LONGEST_TEXT = 2000;
  private static final String CUT = " […]";

  private final String publicUrl;

  FoundReader(SessionConfig config) {
    String url = config.publicUrl().toString();
    this.publicUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  Found.Competitors competitors(JsonNode page) {
    return new Found.Competitors(
        each(page.path("items"), FoundReader::competitor), text(page, "nextCursor"));
  }

  private static Found.Competitor competitor(JsonNode node) {
    return new Found.Competitor(
        must(node, "id"),
        must(node, "name"),
        must(node, "domain"),
        must(node, "url"),
        each(node.path("tags"), JsonNode::asText),
        node.path("sourceCount").asInt());
  }

  Found.Signals signals(JsonNode page) {
    return new Found.Signals(
        each(page.path("items"), FoundReader::signal), text(page, "nextCursor"));
  }

  private static Found.Signal signal(JsonNode node) {
    JsonNode significance = node.path("significance");
    return new Found.Signal(
        must(node, "id"),
        must(node, "competitorId"),
        must(node, "changeId"),
        must(node, "headline"),
        text(node, "summary"),
        must(node, "category"),
        must(node, "severity"),
        significance.isNumber() ? Integer.valueOf(significance.asInt()) : null,
        must(node, "detectedAt"),
        must(node, "triage"),
        must(node, "url"));
  }

  Found.Change change(JsonNode node) {
    JsonNode facts = node.path("facts");
    JsonNode texts = node.path("texts");
    return new Found.Change(
        must(node, "id"),
        must(node, "competitorId"),
        must(node, "sourceId"),
        must(node, "url"),
        must(node, "status"),
        text(node, "detectedAt"),
        each(facts, this::factChange),
        each(texts, this::textChange),
        facts.size() > MOST_PARTS || texts.size() > MOST_PARTS);
  }

  private Found.FactChange factChange(JsonNode node) {
    return new Found.FactChange(
        must(node, "kind"),
        must(node, "factKind"),
        must(node, "subject"),
        must(node, "field"),
        text(node.path("before"), "text"),
        text(node.path("after"), "text"),
        each(node.path("evidence"), this::quote));
  }

  private Found.TextChange textChange(JsonNode node) {
    return new Found.TextChange(
        must(node, "kind"),
        text(node, "before"),
        text(node, "after"),
        each(node.path("evidence"), this::quote));
  }

  private Found.Quote quote(JsonNode node) {
    return new Found.Quote(
        must(node, "side"),
        must(node, "quote"),
        node.path("verified").asBoolean(),
        must(node, "url"),
        must(node, "fetchedAt"),
        snapshot(node));
  }

  Found.Prices prices(JsonNode all) {
    boolean cut = all.size() > MOST_PARTS;
    for (JsonNode series : all) {
      cut |= series.path("points").size() > MOST_POINTS;
    }
    return new Found.Prices(each(all, FoundReader::series), cut);
  }

  private static Found.Series series(JsonNode node) {
    List<Found.Price> points = new ArrayList<>();
    JsonNode all = node.path("points");
    for (int i = Math.max(0, all.size() - MOST_POINTS); i < all.size(); i++) {
      points.add(price(all.get(i)));
    }
    return new Found.Series(
        text(node, "competitorId"),
        must(node, "plan"),
        text(node, "field"),
        text(node, "currency"),
        text(node, "period"),
        points);
  }

  private static Found.Price price(JsonNode point) {
    JsonNode amount = point.path("amountMinor");
    return new Found.Price(
        must(point, "at"),
        amount.isNumber() ? Long.valueOf(amount.asLong()) : null,
        must(point, "text"));
  }

  Found.Battlecard battlecard(JsonNode node) {
    List<Found.Section> sections = each(node.path("sections"), FoundReader::section);
    int stale = 0;
    for (Found.Section section : sections) {
      stale += (int) section.blocks().stream().filter(Found.Block::stale).count();
    }
    return new Found.Battlecard(
        must(node, "id"),
        must(node, "competitorId"),
        text(node, "competitorName"),
        must(node, "name"),
        must(node, "audience"),
        must(node.path("published"), "publishedAt"),
        stale,
        sections);
  }

  private static Found.Section section(JsonNode node) {
    return new Found.Section(
        must(node, "kind"), must(node, "title"), each(node.path("blocks"), FoundReader::block));
  }

  private static Found.Block block(JsonNode node) {
    var sources = new LinkedHashSet<String>();
    node.path("citations").findValuesAsText("url").forEach(sources::add);
    JsonNode facts = node.path("facts");
    facts.findValuesAsText("url").forEach(sources::add);
    String live = String.join("\n", facts.findValuesAsText("text"));
    String own = must(node, "text");
    String told = live.isEmpty() ? own : (own + "\n" + live).strip();
    return new Found.Block(
        bounded(told), node.path("stale").asBoolean(), sources.stream().limit(MOST_PARTS).toList());
  }

  Found.Answer answer(JsonNode node) {
    return new Found.Answer(
        must(node, "id"),
        must(node, "question"),
        must(node, "verdict"),
        must(node, "confidence"),
        must(node, "note"),
        must(node, "writtenBy"),
        isPending(node),
        each(node.path("claims"), FoundReader::claim),
        each(node.path("citations"), this::citation));
  }

  static boolean isPending(JsonNode answer) {
    return answer.path("modelState").asText().equals("PENDING");
  }

  private static Found.Claim claim(JsonNode node) {
    return new Found.Claim(must(node, "text"), each(node.path("citations"), JsonNode::asInt));
  }

  private Found.Citation citation(JsonNode node) {
    return new Found.Citation(
        node.path("number").asInt(),
        must(node, "competitor"),
        must(node, "quote"),
        must(node, "url"),
        must(node, "fetchedAt"),
        snapshot(node));
  }

  private String snapshot(JsonNode node) {
    return publicUrl + "/api/v1/snapshots/" + node.path("snapshotId").asText();
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    List<T> found = new ArrayList<>();
    for (JsonNode item : array) {
      if (found.size() == MOST_PARTS) {
        break;
      }
      found.add(read.apply(item));
    }
    return found;
  }

  private static String must(JsonNode node, String field) {
    return bounded(node.path(field).asText(""));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? bounded(value.asText()) : null;
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + CUT;
  }
}
