package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.model.Dialect.Said.Nothing;
import io.competitoriq.analysis.model.ModelUsage.Tokens;
import org.jspecify.annotations.Nullable;

/// `POST /chat/completions`: instructions in the system part, crawled text in the one user part, a
/// strict schema, no tools. Source: openai-openapi 2.3.0, schema CreateChatCompletionResponse.
record ChatDialect() implements Dialect {

  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public ObjectNode request(String model, ModelQuestion question, Settings settings) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", model);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", question.instructions());
    messages.addObject().put("role", "user").put("content", question.data());
    body.put("max_completion_tokens", settings.maxOutputTokens());
    settings.reasoningEffort().ifPresent(effort -> body.put("reasoning_effort", effort));
    ObjectNode schema =
        body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
    schema.put("name", question.schemaName()).put("strict", true);
    schema.set("schema", question.schema());
    return body;
  }

  @Override
  public Said read(JsonNode body) {
    JsonNode choice = body.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return new Nothing(ModelFailure.NOT_A_COMPLETION, "");
    }
    String refusal = message.path("refusal").asText("");
    if (message.path("refusal").isTextual() && !refusal.isBlank()) {
      return new Nothing(ModelFailure.REFUSED, "");
    }
    return switch (choice.path("finish_reason").asText("")) {
      case "length" -> new Nothing(ModelFailure.TRUNCATED, "");
      case "content_filter" -> new Nothing(ModelFailure.FILTERED, "");
      default ->
          Said.of(message.path("content").isTextual() ? message.path("content").asText() : "");
    };
  }

  @Override
  public Tokens tokens(JsonNode body) {
    JsonNode usage = body.path("usage");
    return new Tokens(
        usage.path("prompt_tokens").asInt(0),
        usage.path("prompt_tokens_details").path("cached_tokens").asInt(0),
        usage.path("completion_tokens").asInt(0),
        usage.path("completion_tokens_details").path("reasoning_tokens").asInt(0));
  }

  @Override
  public @Nullable String finish(JsonNode body) {
    JsonNode finish = body.path("choices").path(0).path("finish_reason");
    return finish.isTextual() ? finish.asText() : null;
  }
}
