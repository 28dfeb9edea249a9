package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The body of `POST /chat/completions`: instructions in the system part, crawled text in the one
/// user part, a strict schema, no tools.
final class ChatRequest {

  private ChatRequest() {}

  static ObjectNode of(String model, ModelQuestion question, int maxOutputTokens) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", model);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", question.instructions());
    messages.addObject().put("role", "user").put("content", question.data());
    body.put("max_completion_tokens", maxOutputTokens);
    ObjectNode schema =
        body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
    schema.put("name", question.schemaName()).put("strict", true);
    schema.set("schema", question.schema());
    return body;
  }
}
