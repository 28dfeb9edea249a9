package io.competitoriq.analysis.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.competitoriq.analysis.model.Dialect.Said;
import io.competitoriq.analysis.model.ModelReply.Answered;
import io.competitoriq.analysis.model.ModelReply.Later;
import io.competitoriq.analysis.model.ModelReply.Unusable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Reads what came back, in either protocol: the failures that hide behind status 200 and those
/// that do not. Pure.
final class ApiAnswer {

  private static final int DETAIL = 300;

  private final ObjectMapper json;
  private final Dialect dialect;
  private final String model;
  private final int status;
  private final Map<String, String> headers;
  private final JsonNode body;
  private final Duration latency;
  private final Instant now;

  /// @param headers names in lower case
  ApiAnswer(
      ObjectMapper json,
      Dialect dialect,
      String model,
      int status,
      Map<String, String> headers,
      String body,
      Duration latency,
      Instant now) {
    this.json = json;
    this.dialect = dialect;
    this.model = model;
    this.status = status;
    this.headers = headers;
    this.body = parsed(body).orElse(MissingNode.getInstance());
    this.latency = latency;
    this.now = now;
  }

  ModelReply read() {
    if (status == 200) {
      return completion();
    }
    if (status == 429) {
      return throttled();
    }
    if (status == 408 || status == 409 || status >= 500) {
      String reason = "The provider answered HTTP " + status + ".";
      return new Later(
          status == 409 ? Trouble.BUSY : Trouble.UNAVAILABLE, reason, retryAfter(), usage());
    }
    return unusable(
        status == 401 || status == 403 ? ModelFailure.UNAUTHORIZED : ModelFailure.REJECTED,
        "HTTP " + status + errorText());
  }

  private ModelReply completion() {
    return switch (dialect.read(body)) {
      case Said.Text(String text) -> answer(text);
      case Said.Nothing(ModelFailure failure, String detail) -> unusable(failure, detail);
      case Said.NotNow(Trouble trouble, String reason) ->
          new Later(trouble, reason, retryAfter(), usage());
    };
  }

  private ModelReply answer(String content) {
    return parsed(content)
        .filter(JsonNode::isObject)
        .<ModelReply>map(answer -> new Answered(answer, usage()))
        .orElseGet(() -> unusable(ModelFailure.INVALID_JSON, ""));
  }

  private ModelReply throttled() {
    String code = body.path("error").path("code").asText("");
    if (code.equals("insufficient_quota")) {
      return unusable(ModelFailure.QUOTA, "");
    }
    return new Later(
        Trouble.RATE_LIMITED, "The provider asked to slow down (HTTP 429).", retryAfter(), usage());
  }

  /// The provider's words help with a wrong parameter; with a wrong key they may repeat part of it.
  private String errorText() {
    String message = body.path("error").path("message").asText("");
    return status == 401 || status == 403 || message.isBlank() ? "" : ": " + message;
  }

  private Unusable unusable(ModelFailure failure, String detail) {
    String line = detail.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    String bounded = line.length() > DETAIL ? line.substring(0, DETAIL) + "…" : line;
    return new Unusable(failure, bounded, usage());
  }

  private Optional<Duration> retryAfter() {
    return new RateLimits(headers).refused(now);
  }

  private ModelUsage usage() {
    return new ModelUsage(
        model,
        status,
        dialect.finish(body),
        dialect.tokens(body),
        latency,
        headers.get("x-request-id"));
  }

  private Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(json.readTree(text));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
