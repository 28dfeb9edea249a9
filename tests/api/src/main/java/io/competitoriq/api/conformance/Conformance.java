package io.competitoriq.api.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.door.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What is wrong with an answer, by the document and by what holds for every error.
public final class Conformance {

  private static final String PROBLEM = "application/problem+json";

  /// What only we should see: traces, names of classes, statements and tables.
  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\bat [a-z]+(\\.\\w+)+\\(|[a-z]+\\.[a-z]+(\\.\\w+)*\\.[A-Z]\\w+|\\w+(Exception|Error)\\b"
              + "|\\b(?i:SQLSTATE|select\\s.+\\sfrom|insert into|delete from|update \\w+ set)\\b"
              + "|relation \"|constraint \"");

  private final ApiDocument document;
  private final SchemaValidatorsConfig config =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  public Conformance(ApiDocument document) {
    this.document = document;
  }

  /// Empty when the answer is one the operation may give. A service that is away for a moment is no
  /// fault of the answer that says so.
  public List<String> faults(Operation operation, Answer answer) {
    if (answer.status() >= 400) {
      return errorFaults(answer);
    }
    if (answer.succeeded() && !operation.successes().contains(answer.status())) {
      return List.of("answers " + answer.status() + ", which the document does not promise");
    }
    JsonNode response =
        document.resolve(operation.responses().path(String.valueOf(answer.status())));
    JsonNode schema = response.at("/content/application~1json/schema");
    if (schema.isMissingNode() || !answer.contentType().equals("application/json")) {
      return schema.isMissingNode() || response.path("content").size() > 1
          ? List.of()
          : List.of("is " + answer.contentType() + ", not application/json");
    }
    return validator(operation + " " + answer.status(), schema).validate(answer.json()).stream()
        .map(fault -> "does not conform: " + fault.getMessage())
        .limit(5)
        .toList();
  }

  /// What is wrong with an answer that refuses, wherever it came from.
  public List<String> errorFaults(Answer answer) {
    List<String> faults = new ArrayList<>();
    if (answer.status() >= 500 && answer.status() != 503 && answer.status() != 504) {
      faults.add("failed with " + answer.status());
    }
    if (!answer.contentType().equals(PROBLEM)) {
      faults.add("is '" + answer.contentType() + "', not " + PROBLEM);
      return faults;
    }
    JsonNode problem = answer.json();
    for (String member : List.of("type", "title", "detail")) {
      if (problem.path(member).asText().isBlank()) {
        faults.add("has no " + member);
      }
    }
    if (problem.path("status").asInt() != answer.status()) {
      faults.add("says status " + problem.path("status") + " in a " + answer.status());
    }
    if (INTERNAL.matcher(problem.path("detail").asText()).find()
        || INTERNAL.matcher(problem.path("errors").toString()).find()) {
      faults.add("tells what is inside");
    }
    return faults;
  }

  private JsonSchema validator(String name, JsonNode schema) {
    return schemas.computeIfAbsent(
        name,
        _ -> {
          ObjectNode root = JsonNodeFactory.instance.objectNode();
          root.set("components", document.root().get("components"));
          root.putArray("allOf").add(schema);
          return factory.getSchema(root, config);
        });
  }
}
