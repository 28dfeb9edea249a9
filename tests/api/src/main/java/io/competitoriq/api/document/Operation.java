package io.competitoriq.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One thing a client may ask for.
///
/// @param id its `operationId`
/// @param path with `{parameters}`
/// @param role the least role, `nobody` for an open one, `queue-admin` for the installation's
/// @param parameters with references resolved
/// @param bodySchema of the JSON body, null without one
/// @param responses by status, and `default`
public record Operation(
    String id,
    String method,
    String path,
    String role,
    List<JsonNode> parameters,
    @Nullable JsonNode bodySchema,
    JsonNode responses) {

  /// The part of the address that names the kind of thing.
  public String resource() {
    return path.split("/")[3];
  }

  public boolean reads() {
    return method.equals("GET");
  }

  public boolean open() {
    return role.equals("nobody");
  }

  /// The successes the document promises.
  public Set<Integer> successes() {
    Set<Integer> statuses = new TreeSet<>();
    responses
        .fieldNames()
        .forEachRemaining(
            status -> {
              if (status.startsWith("2")) {
                statuses.add(Integer.valueOf(status));
              }
            });
    return statuses;
  }

  /// Parameters of one place: `path`, `query` or `header`.
  public List<JsonNode> parameters(String place) {
    return parameters.stream().filter(p -> p.path("in").asText().equals(place)).toList();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
