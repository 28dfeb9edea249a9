package io.competitoriq.analysis.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.competitoriq.analysis.model.ModelReply.Answered;
import io.competitoriq.analysis.model.ModelReply.Later;
import io.competitoriq.analysis.model.ModelReply.Unusable;
import io.competitoriq.analysis.model.ModelUsage.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an answer of `/chat/completions`: the failures that hide behind status 200 and those that
/// do not. Pure. Source: openai-openapi 2.3.0, schema CreateChatCompletionResponse.
final class ChatResponse {

  private static final int DETAIL = 300;

  private final ObjectMapper json;
  private final String model;
  private final int status;
  private final Map<String, String> headers;
  private final JsonNode body;
  private final Duration latency;
  private final Instant now;

  /// @param headers names in lower case
  ChatResponse(
      ObjectMapper json,
      String model,
      int status,
      Map<String, String> headers,
      String body,
      Duration latency,
      Instant now) {
    this.json = json;
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
    JsonNode choice = body.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return unusable(ModelFailure.NOT_A_COMPLETION, "");
    }
    String refusal = message.path("refusal").asText("");
    if (message.path("refusal").isTextual() && !refusal.isBlank()) {
      return unusable(ModelFailure.REFUSED, refusal);
    }
    String finish = choice.path("finish_reason").asText("");
    if (finish.equals("length")) {
      return unusable(ModelFailure.TRUNCATED, "");
    }
    if (finish.equals("content_filter")) {
      return unusable(ModelFailure.FILTERED, "");
    }
    JsonNode content = message.path("content");
    return content.isTextual() && !content.asText().isBlank()
        ? answer(content.asText())
        : unusable(ModelFailure.EMPTY, "");
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
    JsonNode usage = body.path("usage");
    var tokens =
        new Tokens(
            usage.path("prompt_tokens").asInt(0),
            usage.path("prompt_tokens_details").path("cached_tokens").asInt(0),
            usage.path("completion_tokens").asInt(0),
            usage.path("completion_tokens_details").path("reasoning_tokens").asInt(0));
    return new ModelUsage(
        model, status, finishReason(), tokens, latency, headers.get("x-request-id"));
  }

  private @Nullable String finishReason() {
    JsonNode finish = body.path("choices").path(0).path("finish_reason");
    return finish.isTextual() ? finish.asText() : null;
  }

  private Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(json.readTree(text));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
