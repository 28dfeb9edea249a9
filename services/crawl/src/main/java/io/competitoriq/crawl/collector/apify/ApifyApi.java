package io.competitoriq.crawl.collector.apify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.provider.Money;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The requests of Apify's API v2. The token goes into a header, never into an address; redirects
/// are not followed, they would carry it away.
@ApplicationScoped
class ApifyApi {
  private static final int ANSWER_BYTES = 1 << 20;
  private static final Duration BEYOND_THE_WAIT = Duration.ofSeconds(10);
  private static final List<String> ENDS =
      List.of(
          "ACTOR.RUN.SUCCEEDED", "ACTOR.RUN.FAILED", "ACTOR.RUN.ABORTED", "ACTOR.RUN.TIMED_OUT");

  private final ApifyConfig config;

  ApifyApi(ApifyConfig config) {
    this.config = config;
  }

  EgressRequest me(ProviderKey key) {
    return get(key, "/v2/users/me", config.callTimeout());
  }

  /// @param hook the secret of the run's webhook
  EgressRequest start(ProviderKey key, ApifyOptions options, String hook) {
    StringBuilder query =
        new StringBuilder(
            "?timeout=%d&maxItems=%d&maxTotalChargeUsd=%s"
                .formatted(
                    options.timeoutSecs(),
                    options.maxItems(),
                    Money.dollars(options.maxChargeMicros())));
    options.memoryMbytes().ifPresent(memory -> query.append("&memory=").append(memory));
    options.build().ifPresent(build -> query.append("&build=").append(encoded(build)));
    webhooks(hook).ifPresent(text -> query.append("&webhooks=").append(encoded(text)));
    URI uri = uri("/v2/%s/%s/runs%s".formatted(config.actorsPath(), options.actor(), query));
    return secured(
        key, EgressRequest.post(uri, "application/json", options.input()), config.callTimeout());
  }

  /// @param wait for the run's end; zero answers at once
  EgressRequest run(ProviderKey key, String runId, Duration wait) {
    return get(
        key,
        "/v2/actor-runs/%s?waitForFinish=%d".formatted(encoded(runId), wait.toSeconds()),
        wait.isZero() ? config.callTimeout() : wait.plus(BEYOND_THE_WAIT));
  }

  /// The actor's last runs, the newest first.
  EgressRequest lastRuns(ProviderKey key, String actor) {
    return get(
        key,
        "/v2/%s/%s/runs?desc=1&limit=50".formatted(config.actorsPath(), actor),
        config.callTimeout());
  }

  EgressRequest input(ProviderKey key, String storeId) {
    return get(
        key,
        "/v2/key-value-stores/%s/records/INPUT".formatted(encoded(storeId)),
        config.callTimeout());
  }

  EgressRequest items(ProviderKey key, String datasetId, int offset, int limit) {
    EgressRequest request =
        get(
            key,
            "/v2/datasets/%s/items?format=json&clean=1&offset=%d&limit=%d"
                .formatted(encoded(datasetId), offset, limit),
            config.callTimeout());
    return request.within(request.limits().withMaxBytes(config.maxBytes()));
  }

  EgressRequest abort(ProviderKey key, String runId) {
    URI uri = uri("/v2/actor-runs/%s/abort?gracefully=true".formatted(encoded(runId)));
    return secured(
        key, EgressRequest.post(uri, "application/json", new byte[0]), config.callTimeout());
  }

  /// What `data` of the envelope holds; a missing node when the body is something else.
  static JsonNode data(byte[] body) {
    try {
      return CanonicalJson.read(body).path("data");
    } catch (IOException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private Optional<String> webhooks(String hook) {
    return config
        .webhookUrl()
        .map(
            base -> {
              String address = base.toString().replaceAll("/+$", "");
              ObjectNode one = CanonicalJson.object();
              ENDS.forEach(one.putArray("eventTypes")::add);
              one.put("requestUrl", address + "/api/v1/provider-hooks/apify");
              one.put(
                  "headersTemplate",
                  CanonicalJson.object().put(HookResource.SECRET, hook).toString());
              String all = JsonNodeFactory.instance.arrayNode().add(one).toString();
              return Base64.getEncoder().encodeToString(all.getBytes(UTF_8));
            });
  }

  private EgressRequest get(ProviderKey key, String path, Duration timeout) {
    return secured(key, EgressRequest.get(uri(path)), timeout);
  }

  private static EgressRequest secured(ProviderKey key, EgressRequest request, Duration timeout) {
    return request
        .atMostOnce()
        .header("authorization", "Bearer " + key.secret())
        .header("accept", "application/json")
        .within(new EgressLimits(ANSWER_BYTES, timeout, 0));
  }

  private URI uri(String path) {
    return URI.create(config.url().toString().replaceAll("/+$", "") + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
