package io.competitoriq.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Refusal;
import io.competitoriq.local.market.DemoKeys;
import java.util.List;
import java.util.Map;

/// Shows data providers without anybody's key: the demo's accounts at the market's stand-ins, a
/// budget for each, and one company that is watched through them.
final class PaidSources {

  static final String COMPANY = "helpnest";
  private static final long MONTH_MICROS = 20_000_000;
  private static final long SOURCE_MICROS = 10_000_000;

  private final GatewayClient gateway;
  private final Progress progress;

  /// @param url where a person would look
  private record Place(String url, String kind, String title, String interval) {}

  PaidSources(GatewayClient gateway, Progress progress) {
    this.gateway = gateway;
    this.progress = progress;
  }

  /// Without them the demo is still one: what was refused is said.
  void plant(JsonNode competitor) {
    try {
      open("searchapi", DemoKeys.SEARCHAPI);
      open("apify", DemoKeys.APIFY);
      String sources = "/competitors/%s/sources".formatted(competitor.path("id").asText());
      paidSources().forEach(source -> gateway.post(sources, source));
      progress.say(
          "watching %s through SearchAPI.io and Apify, as the market plays them"
              .formatted(competitor.path("name").asText()));
    } catch (Refusal refused) {
      progress.say("no data provider is shown: " + refused.getMessage());
    }
  }

  private void open(String provider, String key) {
    gateway.put("/providers/%s/key".formatted(provider), Map.of("key", key));
    gateway.put(
        "/providers/%s/budget".formatted(provider),
        Map.of("monthMicros", MONTH_MICROS, "sourceMicros", SOURCE_MICROS));
  }

  private static List<Map<String, Object>> paidSources() {
    String domain = COMPANY + ".localhost";
    String page = "https://www.facebook.com/" + domain;
    return List.of(
        search(
            new Place(
                "https://adstransparency.google.com/?region=anywhere&domain=" + domain,
                "ADS",
                "Google ads",
                "PT30S"),
            Map.of("engine", "google_ads_transparency_center", "domain", domain)),
        search(
            new Place("https://news.google.com/search?q=Helpnest", "NEWS", "In the news", "PT1M"),
            Map.of("engine", "google_news", "q", "Helpnest")),
        search(
            new Place(
                "https://www.google.com/search?udm=8&q=Helpnest+jobs",
                "CAREERS",
                "Job search",
                "PT1M"),
            Map.of("engine", "google_jobs", "q", "Helpnest jobs")),
        source(
            new Place(page, "SOCIAL", "Facebook posts", "PT1M"),
            "APIFY",
            Map.of(
                "actor",
                "apify/facebook-posts-scraper",
                "input",
                Map.of("startUrls", List.of(Map.of("url", page)), "resultsLimit", 10),
                "maxItems",
                10,
                "maxChargeUsd",
                "0.05",
                "mapping",
                withoutCounters())));
  }

  /// Likes and shares move by the minute and are no news.
  private static Map<String, Object> withoutCounters() {
    return Map.of(
        "key", "url", "fields", Map.of("url", "$.url", "time", "$.time", "text", "$.text"));
  }

  private static Map<String, Object> search(Place place, Map<String, Object> options) {
    return source(place, "SEARCHAPI", options);
  }

  private static Map<String, Object> source(
      Place place, String collector, Map<String, Object> options) {
    return Map.of(
        "url", place.url(),
        "kind", place.kind(),
        "collector", collector,
        "title", place.title(),
        "schedule", Map.of("interval", place.interval(), "jitter", "PT2S"),
        "options", options);
  }
}
