package io.competitoriq.analysis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// The words of `POST /responses` for what the stand-in says as a chat completion.
final class ResponsesProtocol {

  private ResponsesProtocol() {}

  static String spelled(String completion) {
    JsonObject chat = new JsonObject(completion);
    JsonObject choice = chat.getJsonArray("choices").getJsonObject(0);
    JsonObject message = choice.getJsonObject("message");
    JsonObject usage = chat.getJsonObject("usage", new JsonObject());
    JsonObject response =
        new JsonObject()
            .put("id", "resp_1")
            .put("object", "response")
            .put("model", chat.getString("model"))
            .put("status", "completed")
            .putNull("error")
            .putNull("incomplete_details")
            .put("output", new JsonArray().add(reasoning()).add(item(message)))
            .put(
                "usage",
                new JsonObject()
                    .put("input_tokens", usage.getInteger("prompt_tokens", 0))
                    .put("output_tokens", usage.getInteger("completion_tokens", 0)));
    return switch (choice.getString("finish_reason")) {
      case "length" -> incomplete(response, "max_output_tokens").encode();
      case "content_filter" -> incomplete(response, "content_filter").encode();
      default -> response.encode();
    };
  }

  private static JsonObject incomplete(JsonObject response, String reason) {
    return response
        .put("status", "incomplete")
        .put("incomplete_details", new JsonObject().put("reason", reason));
  }

  private static JsonObject reasoning() {
    return new JsonObject()
        .put("type", "reasoning")
        .put("id", "rs_1")
        .put("summary", new JsonArray());
  }

  private static JsonObject item(JsonObject message) {
    JsonObject part =
        message.getString("refusal") != null
            ? new JsonObject().put("type", "refusal").put("refusal", message.getString("refusal"))
            : new JsonObject()
                .put("type", "output_text")
                .put("text", message.getString("content", ""))
                .put("annotations", new JsonArray());
    return new JsonObject()
        .put("type", "message")
        .put("role", "assistant")
        .put("status", "completed")
        .put("content", new JsonArray().add(part));
  }
}
