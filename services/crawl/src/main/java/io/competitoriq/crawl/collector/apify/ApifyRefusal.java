package io.competitoriq.crawl.collector.apify;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.KeyTrouble;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Rejected;
import io.competitoriq.crawl.fetch.Collected.Throttled;
import io.competitoriq.crawl.fetch.Collected.Unavailable;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.visit.VisitOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What an answer other than 2xx means, in words. Pure. Source: Apify's API reference, error types.
record ApifyRefusal(int status, String type, String message) {
  private static final Duration FULL_HOUSE = Duration.ofMinutes(1);
  private static final Duration TOO_FAST = Duration.ofSeconds(10);

  static ApifyRefusal of(Replied reply) {
    JsonNode error = CanonicalJson.object();
    try {
      error = CanonicalJson.read(reply.body()).path("error");
    } catch (IOException notJson) {
      // A proxy's page: the status has to do.
    }
    return new ApifyRefusal(
        reply.status(),
        error.path("type").asText(""),
        error.path("message").asText("no reason given"));
  }

  boolean ofTheKey() {
    return status == 401
        || type.equals("user-or-token-not-found")
        || type.equals("token-not-provided");
  }

  Collected meaning(String actor, Optional<Duration> retryAfter) {
    if (ofTheKey()) {
      return KeyTrouble.refused(Provider.APIFY, status, message);
    }
    if (type.equals("actor-memory-limit-exceeded")
        || type.equals("concurrent-runs-limit-exceeded")) {
      return new Throttled(
          FULL_HOUSE,
          status,
          "Other runs use all that the Apify account may use at once: " + message);
    }
    return switch (status) {
      case 402 ->
          rejected(
              VisitOutcome.CREDIT_OUT,
              "The Apify account has no credit left for this: " + message,
              "Add credit or raise the limit in the Apify console, then visit the source again.");
      case 403 ->
          rejected(
              VisitOutcome.ERROR,
              "The key may not do this at Apify: " + message,
              "Give the key the right in the Apify console, or add another key.");
      case 404 ->
          rejected(
              VisitOutcome.ERROR,
              "Apify knows no actor '%s': %s".formatted(actor.replace('~', '/'), message),
              "Correct the source's option 'actor'.");
      case 408, 500, 502, 503, 504 ->
          new Unavailable(status, "Apify has a problem of its own (HTTP %d).".formatted(status));
      case 429 ->
          new Throttled(
              retryAfter.orElse(TOO_FAST), status, "Apify asks for fewer requests (HTTP 429).");
      default ->
          rejected(
              VisitOutcome.ERROR,
              "Apify does not accept this (HTTP %d, %s): %s".formatted(status, type, message),
              "Correct the source's options 'input', 'memoryMbytes' and 'build'.");
    };
  }

  private Rejected rejected(VisitOutcome outcome, String reason, String fix) {
    return new Rejected(outcome, status, 0, reason, fix);
  }
}
