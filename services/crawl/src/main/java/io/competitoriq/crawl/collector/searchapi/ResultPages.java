package io.competitoriq.crawl.collector.searchapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From an engine's pages to what is kept of them. Pure.
final class ResultPages {
  private ResultPages() {}

  /// Whether a page has any item.
  static boolean hasItems(SearchEngine engine, JsonNode page) {
    return engine.blocks.stream().anyMatch(block -> !page.path(block.name()).isEmpty());
  }

  /// Whether the engine says that there is nothing, instead of just showing nothing.
  static boolean saysZero(JsonNode page) {
    JsonNode total = page.path("search_information").path("total_results");
    return total.isNumber() && total.asLong() == 0;
  }

  static ObjectNode content(SearchQuery query, List<JsonNode> pages) {
    ObjectNode content = CanonicalJson.object();
    content.put("engine", query.engine().label());
    content.set("query", CanonicalJson.of(query.parameters()));
    for (Block block : query.engine().blocks) {
      List<JsonNode> parts =
          pages.stream()
              .map(page -> page.path(block.name()))
              .filter(part -> !part.isMissingNode() && !part.isNull())
              .toList();
      if (parts.stream().anyMatch(JsonNode::isObject)) {
        content.set(block.name(), parts.getFirst());
      } else if (!parts.isEmpty() || query.engine().blocks.size() == 1) {
        items(query, block, parts).forEach(content.putArray(block.name())::add);
      }
    }
    return content;
  }

  private static List<JsonNode> items(SearchQuery query, Block block, List<JsonNode> parts) {
    List<JsonNode> items = new ArrayList<>();
    parts.forEach(
        part ->
            part.forEach(
                item -> {
                  if (isMeant(query, item)) {
                    items.add(kept(query, block, item));
                  }
                }));
    return block.key().isEmpty() ? items : CanonicalJson.ordered(items, block.key());
  }

  private static JsonNode kept(SearchQuery query, Block block, JsonNode item) {
    JsonNode kept = block.keep().isEmpty() ? item.deepCopy() : picked(block, item);
    block.omit().forEach(path -> JsonPath.parse(path).remove(kept));
    query.omit().forEach(path -> JsonPath.parse(path).remove(kept));
    return kept;
  }

  private static ObjectNode picked(Block block, JsonNode item) {
    ObjectNode kept = CanonicalJson.object();
    for (String path : block.keep()) {
      JsonPath.parse(path).first(item).ifPresent(node -> put(kept, path, node));
    }
    return kept;
  }

  private static void put(ObjectNode into, String path, JsonNode node) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      into.set(path, node);
    } else {
      put(into.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), node);
    }
  }

  /// LinkedIn's library finds namesakes too: an ad counts when its advertiser's name has the words
  /// that were asked for.
  private static boolean isMeant(SearchQuery query, JsonNode item) {
    if (query.engine() != SearchEngine.LINKEDIN_AD_LIBRARY
        || !query.parameters().containsKey("advertiser")) {
      return true;
    }
    String wanted = words(query.parameters().get("advertiser"));
    return words(item.path("advertiser").path("name").asText("")).contains(wanted);
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
