package io.competitoriq.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The API as `contracts/openapi/gateway.yaml` describes it.
public record ApiDocument(JsonNode root) {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /// @param repository the folder of the repository
  public static ApiDocument of(Path repository) {
    try {
      Path file = repository.resolve("contracts/openapi/gateway.yaml");
      return new ApiDocument(new YAMLMapper().readTree(Files.readString(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// All of them, in the order of the document.
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : root.get("paths").properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().get(method);
        if (operation != null) {
          operations.add(operation(path.getKey(), method, path.getValue(), operation));
        }
      }
    }
    return operations;
  }

  /// Follows references.
  public JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = root.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }

  /// Whether what it answers is a list or a page of one.
  public boolean lists(Operation operation) {
    JsonNode schema =
        resolve(resolve(operation.responses().path("200")).at("/content/application~1json/schema"));
    return operation.reads()
        && (schema.path("type").asText().equals("array")
            || schema.at("/properties/items/type").asText().equals("array"));
  }

  private Operation operation(String path, String method, JsonNode item, JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    operation.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    return new Operation(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("x-role").asText(),
        parameters,
        body(operation),
        operation.path("responses"));
  }

  private @Nullable JsonNode body(JsonNode operation) {
    JsonNode schema =
        resolve(operation.path("requestBody")).at("/content/application~1json/schema");
    return schema.isMissingNode() ? null : schema;
  }
}
