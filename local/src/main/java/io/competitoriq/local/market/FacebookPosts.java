package io.competitoriq.local.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.local.market.Company.SocialPost;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The one actor the market has, `apify/facebook-posts-scraper`: posts of a company's page, with
/// counters that never stand still.
final class FacebookPosts {

  static final String ACTOR = "apify~facebook-posts-scraper";
  private static final String SITE = "https://www.facebook.com/";
  private static final int USUAL = 20;

  private FacebookPosts() {}

  /// Whether the input says which pages to read.
  static boolean understands(JsonNode input) {
    return input.path("startUrls").path(0).path("url").isTextual();
  }

  /// The newest posts of the pages that are asked for.
  ///
  /// @param most items
  static ArrayNode of(JsonNode input, int most, MarketState state, RandomGenerator random) {
    ArrayNode items = Script.JSON.createArrayNode();
    int perPage = input.path("resultsLimit").asInt(USUAL);
    for (JsonNode start : input.path("startUrls")) {
      String url = start.path("url").asText();
      page(url, state)
          .ifPresent(
              company ->
                  company.elsewhere().social().stream()
                      .limit(Math.max(0, Math.min(perPage, most - items.size())))
                      .forEach(post -> items.add(item(company, post, url, random))));
    }
    return items;
  }

  private static Optional<Company> page(String url, MarketState state) {
    return state.companies().stream()
        .filter(company -> url.replaceAll("/+$", "").equals(address(company)))
        .findFirst();
  }

  private static String address(Company company) {
    return SITE + company.id() + ".localhost";
  }

  private static ObjectNode item(
      Company company, SocialPost post, String url, RandomGenerator random) {
    ObjectNode item =
        StandIn.object()
            .put("facebookUrl", url)
            .put("postId", post.id())
            .put("pageName", company.name())
            .put("url", address(company) + "/posts/" + post.id())
            .put("time", post.published().toString())
            .put("timestamp", post.published().getEpochSecond())
            .put("text", post.text())
            .put("likes", random.nextInt(20, 90))
            .put("comments", random.nextInt(2, 20))
            .put("shares", random.nextInt(1, 9))
            .put("inputUrl", url);
    item.putObject("user").put("name", company.name());
    return item;
  }
}
