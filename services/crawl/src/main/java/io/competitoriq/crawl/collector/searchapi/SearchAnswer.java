package io.competitoriq.crawl.collector.searchapi;

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
import java.util.Locale;

/// What an answer says. Pure.
sealed interface SearchAnswer {

  /// The engine's page. Items may be missing from it.
  record Page(JsonNode content) implements SearchAnswer {}

  /// The engine was asked and had nothing.
  record Nothing(String said) implements SearchAnswer {}

  /// There is no page, and what that means for the visit.
  record None(Collected why) implements SearchAnswer {}

  /// A 200 may carry an error too.
  static SearchAnswer read(byte[] body) {
    JsonNode content;
    try {
      content = CanonicalJson.read(body);
    } catch (IOException notJson) {
      return new None(new Unavailable(200, "SearchAPI.io's answer is not JSON."));
    }
    String error = content.path("error").asText("");
    if (error.toLowerCase(Locale.ROOT).matches("(?s).*(did(n't| not) return any|no) results?.*")) {
      return new Nothing(error);
    }
    String status = content.path("search_metadata").path("status").asText("");
    if (!error.isEmpty() || !status.equals("Success")) {
      return new None(
          new Unavailable(
              200, "The search failed: " + (error.isEmpty() ? "status '" + status + "'" : error)));
    }
    return new Page(content);
  }

  /// What any other status means.
  ///
  /// @param creditOut whether the account says that nothing is left
  /// @param pause how long to stay away when it is not about credits
  static Collected refusal(Replied reply, boolean creditOut, Duration pause) {
    String said = error(reply);
    int status = reply.status();
    if (status == 402 || creditOut) {
      return creditOut(status, said);
    }
    return switch (status) {
      case 401, 403 -> KeyTrouble.refused(Provider.SEARCHAPI, status, said);
      case 429 ->
          new Throttled(
              pause, status, "SearchAPI.io asks for fewer searches (HTTP 429: %s)".formatted(said));
      case 400, 404, 422 ->
          new Rejected(
              VisitOutcome.ERROR,
              status,
              0,
              "SearchAPI.io does not accept the search (HTTP %d): %s".formatted(status, said),
              "Correct the source's options.");
      case 408, 500, 502, 503, 504 ->
          new Unavailable(
              status, "SearchAPI.io has a problem of its own (HTTP %d).".formatted(status));
      default ->
          new Rejected(
              VisitOutcome.ERROR,
              status,
              0,
              "SearchAPI.io answered HTTP %d: %s".formatted(status, said),
              "Look at the account at SearchAPI.io.");
    };
  }

  static Collected creditOut(int status, String said) {
    return new Rejected(
        VisitOutcome.CREDIT_OUT,
        status,
        0,
        "The SearchAPI.io account has no searches left: " + said,
        "Add credits at SearchAPI.io, or wait for the next period, then visit the source again.");
  }

  static String error(Replied reply) {
    try {
      return CanonicalJson.read(reply.body()).path("error").asText("no reason given");
    } catch (IOException notJson) {
      return "no reason given";
    }
  }
}
