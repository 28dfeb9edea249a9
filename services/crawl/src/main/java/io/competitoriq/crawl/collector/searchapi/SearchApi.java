package io.competitoriq.crawl.collector.searchapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The requests of SearchAPI.io. The key goes into a header, never into an address; redirects are
/// not followed, they would carry it away.
@ApplicationScoped
class SearchApi {
  /// Tokens of later pages grow past what addresses may have: then the parameters go into a body.
  private static final int LONGEST_QUERY = 6000;

  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final int PROBE_BYTES = 1 << 16;

  private final SearchApiConfig config;

  SearchApi(SearchApiConfig config) {
    this.config = config;
  }

  EgressRequest me(ProviderKey key) {
    return secured(
        key, EgressRequest.get(uri("/api/v1/me")), new EgressLimits(PROBE_BYTES, PROBE, 0));
  }

  /// @param position what asks for the page: `page` or `next_page_token`
  EgressRequest search(ProviderKey key, SearchQuery query, Map<String, String> position) {
    Map<String, String> all = new TreeMap<>(query.parameters());
    all.putAll(position);
    all.put("engine", query.engine().label());
    String text =
        all.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    EgressRequest request =
        text.length() > LONGEST_QUERY
            ? EgressRequest.post(
                uri("/api/v1/search"),
                "application/json",
                CanonicalJson.bytes(CanonicalJson.of(all)))
            : EgressRequest.get(uri("/api/v1/search?" + text));
    return secured(key, request, new EgressLimits(config.maxBytes(), config.timeout(), 0));
  }

  private static EgressRequest secured(
      ProviderKey key, EgressRequest request, EgressLimits limits) {
    return request
        .atMostOnce()
        .header("authorization", "Bearer " + key.secret())
        .header("accept", "application/json")
        .within(limits);
  }

  private URI uri(String path) {
    return URI.create(config.url().toString().replaceAll("/+$", "") + path);
  }
}
