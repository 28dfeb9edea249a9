package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.model.Dialect.Said.NotNow;
import io.competitoriq.analysis.model.Dialect.Said.Nothing;
import io.competitoriq.analysis.model.ModelUsage.Tokens;
import org.jspecify.annotations.Nullable;

/// `POST /responses`: instructions apart from the crawled text, a strict schema, no tools, and
/// nothing kept at the provider, which keeps everything unless told not to. Source: openai-openapi
/// 2.3.0, schema Response.
record ResponsesDialect() implements Dialect {

  @Override
  public String path() {
    return "/responses";
  }

  @Override
  public ObjectNode request(String model, ModelQuestion question, Settings settings) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", model).put("store", false);
    body.put("instructions", question.instructions());
    body.putArray("input").addObject().put("role", "user").put("content", question.data());
    body.put("max_output_tokens", settings.maxOutputTokens());
    settings
        .reasoningEffort()
        .ifPresent(effort -> body.putObject("reasoning").put("effort", effort));
    ObjectNode format = body.putObject("text").putObject("format");
    format.put("type", "json_schema").put("name", question.schemaName()).put("strict", true);
    format.set("schema", question.schema());
    return body;
  }

  @Override
  public Said read(JsonNode body) {
    if (!body.path("status").isTextual() || !body.path("output").isArray()) {
      return new Nothing(ModelFailure.NOT_A_COMPLETION, "");
    }
    return switch (body.path("status").asText()) {
      case "completed" -> message(body.path("output"));
      case "incomplete" ->
          body.path("incomplete_details").path("reason").asText("").equals("content_filter")
              ? new Nothing(ModelFailure.FILTERED, "")
              : new Nothing(ModelFailure.TRUNCATED, "");
      case "failed" -> failed(body.path("error"));
      default ->
          new Nothing(
              ModelFailure.NOT_A_COMPLETION, "its status is " + body.path("status").asText());
    };
  }

  /// Items of reasoning say nothing to us.
  private static Said message(JsonNode output) {
    StringBuilder text = new StringBuilder();
    for (JsonNode item : output) {
      for (JsonNode part : item.path("content")) {
        if (part.path("type").asText().equals("refusal")) {
          return new Nothing(ModelFailure.REFUSED, "");
        }
        if (part.path("type").asText().equals("output_text")) {
          text.append(part.path("text").asText(""));
        }
      }
    }
    return Said.of(text.toString());
  }

  private static Said failed(JsonNode error) {
    String detail = error.path("message").asText("");
    return switch (error.path("code").asText("")) {
      case "rate_limit_exceeded" ->
          new NotNow(Trouble.RATE_LIMITED, "The provider asked to slow down.");
      case "server_error" -> new NotNow(Trouble.UNAVAILABLE, "The provider failed: " + detail);
      case "insufficient_quota" -> new Nothing(ModelFailure.QUOTA, "");
      default -> new Nothing(ModelFailure.REJECTED, detail);
    };
  }

  @Override
  public Tokens tokens(JsonNode body) {
    JsonNode usage = body.path("usage");
    return new Tokens(
        usage.path("input_tokens").asInt(0),
        usage.path("input_tokens_details").path("cached_tokens").asInt(0),
        usage.path("output_tokens").asInt(0),
        usage.path("output_tokens_details").path("reasoning_tokens").asInt(0));
  }

  @Override
  public @Nullable String finish(JsonNode body) {
    JsonNode reason = body.path("incomplete_details").path("reason");
    JsonNode status = reason.isTextual() ? reason : body.path("status");
    return status.isTextual() ? status.asText() : null;
  }
}
