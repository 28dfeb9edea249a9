package io.competitoriq.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The role the document names for an operation is the one its owner asks for. What the gateway
/// asks for itself is tried on the running whole (`tests/api`).
class GatewayRolesTest {

  private static final Set<String> ROLES =
      Set.of("nobody", "viewer", "analyst", "admin", "owner", "queue-admin");
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final Path root =
      Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();

  @Test
  void everyOperationNamesARole() throws IOException {
    List<String> wrong = new ArrayList<>();

    for (var operation : operations(contract()).entrySet()) {
      String role = operation.getValue().path("x-role").asText();
      JsonNode security = operation.getValue().path("security");
      boolean open = security.isArray() && security.isEmpty();
      if (!ROLES.contains(role) || open != role.equals("nobody")) {
        wrong.add(operation.getKey() + ": give it an x-role of " + ROLES + ", not '" + role + "'");
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void itIsTheRoleTheOwnerAsksFor() throws IOException {
    Map<String, String> asked = new HashMap<>();
    for (String service : List.of("competitors", "crawl", "process", "analysis")) {
      Path file = root.resolve("services/" + service + "/target/openapi/openapi.json");
      operations(new ObjectMapper().readTree(Files.readString(file)))
          .forEach((name, operation) -> asked.put(name, least(operation)));
    }
    List<String> different = new ArrayList<>();

    for (var operation : operations(contract()).entrySet()) {
      String promised = operation.getValue().path("x-role").asText();
      String role = asked.getOrDefault(operation.getKey(), promised);
      if (!role.equals(promised)) {
        different.add(operation.getKey() + ": says " + promised + ", asks for " + role);
      }
    }

    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(different).isEmpty();
  }

  private static String least(JsonNode operation) {
    for (JsonNode requirement : operation.path("security")) {
      for (JsonNode roles : requirement) {
        if (!roles.isEmpty()) {
          return roles.get(0).asText();
        }
      }
    }
    return "nobody";
  }

  /// By method and address, without the public prefix and the names of parameters.
  private static Map<String, JsonNode> operations(JsonNode document) {
    Map<String, JsonNode> operations = new HashMap<>();
    for (var path : document.get("paths").properties()) {
      String shape = path.getKey().replaceFirst("^/api/v1", "").replaceAll("\\{[^}]*}", "{}");
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          operations.put(method + " " + shape, path.getValue().get(method));
        }
      }
    }
    return operations;
  }

  private JsonNode contract() throws IOException {
    return new YAMLMapper()
        .readTree(Files.readString(root.resolve("contracts/openapi/gateway.yaml")));
  }
}
