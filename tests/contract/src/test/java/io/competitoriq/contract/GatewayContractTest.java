package io.competitoriq.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the dashboard is typed by is what the services publish: every forwarded operation and every
/// operator's one exists, and every field the contract promises is one its owner answers with.
class GatewayContractTest {

  private static final String PREFIX = "/api/v1";

  /// Serves its own resources under the public prefix.
  private static final String GATEWAY = "gateway";

  /// Resources the gateway forwards, by the service that owns them. What it composes itself is
  /// tested there.
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("competitors", "competitors"),
          Map.entry("sources", "competitors"),
          Map.entry("discoveries", "competitors"),
          Map.entry("source-packs", "competitors"),
          Map.entry("imports", "competitors"),
          Map.entry("visits", "crawl"),
          Map.entry("snapshots", "crawl"),
          Map.entry("retention", "crawl"),
          Map.entry("providers", "crawl"),
          Map.entry("provider-usage", "crawl"),
          Map.entry("provider-hooks", "crawl"),
          Map.entry("documents", "process"),
          Map.entry("facts", "process"),
          Map.entry("changes", "process"),
          Map.entry("ignore-rules", "process"),
          Map.entry("reprocessings", "process"),
          Map.entry("signals", "analysis"),
          Map.entry("model", "analysis"),
          Map.entry("stories", "analysis"),
          Map.entry("alert-rules", "analysis"),
          Map.entry("channels", "analysis"),
          Map.entry("deliveries", "analysis"),
          Map.entry("outbox", "analysis"),
          Map.entry("view-feeds", "analysis"),
          Map.entry("ask", "analysis"),
          Map.entry("battlecards", "analysis"),
          Map.entry("deal-outcomes", "analysis"),
          Map.entry("digests", "analysis"),
          Map.entry("share-links", "analysis"),
          Map.entry("shared", "analysis"),
          Map.entry("demo-data", GATEWAY),
          Map.entry("members", GATEWAY),
          Map.entry("workspace", GATEWAY),
          Map.entry("invitations", GATEWAY),
          Map.entry("account", GATEWAY),
          Map.entry("password-resets", GATEWAY),
          Map.entry("ai", "analysis"),
          Map.entry("company-profile", "analysis"),
          Map.entry("setting-changes", "analysis"),
          Map.entry("audit-entries", GATEWAY),
          Map.entry("audit-chain", GATEWAY),
          Map.entry("flags", GATEWAY),
          Map.entry("rum", GATEWAY),
          Map.entry("queues", GATEWAY),
          Map.entry("jobs", GATEWAY),
          Map.entry("workers", GATEWAY),
          Map.entry("queue-admins", GATEWAY),
          Map.entry("api-keys", GATEWAY));

  /// What the pages of a source say belongs to another service than the source.
  private static final Pattern OF_PAGES =
      Pattern.compile("/api/v1/sources/\\{id}/(diff|ignore-rules|verdicts)(/.+)?");

  private static final List<String> COMPOSED = List.of("/api/v1/competitors/{id}/overview");

  private final Path root =
      Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();

  @Test
  void everyForwardedOperationIsPublishedByItsOwnerWithTheFieldsItPromises() throws IOException {
    JsonNode contract =
        new YAMLMapper().readTree(Files.readString(root.resolve("contracts/openapi/gateway.yaml")));
    List<String> broken = new ArrayList<>();

    for (var path : contract.get("paths").properties()) {
      String owner = owner(path.getKey());
      if (owner != null) {
        check(contract, path.getKey(), path.getValue(), published(owner), broken);
      }
    }

    assertThat(broken).isEmpty();
  }

  /// The one thing a service asks another: what the janitor of evidence sends and reads.
  @Test
  void processSaysWhatItCitesAsCrawlAsksIt() throws IOException {
    JsonNode process = published("process");
    JsonNode asked = process.at("/paths/~1evidence~1cited/post");
    JsonNode question = resolve(process, asked.at("/requestBody/content/application~1json/schema"));
    JsonNode said = resolve(process, answer(asked));

    assertThat(question.at("/properties/snapshotIds/maxItems").asInt()).isEqualTo(500);
    assertThat(said.at("/properties/cited/type").asText()).isEqualTo("array");
    assertThat(said.at("/properties/needed/type").asText()).isEqualTo("array");
  }

  /// What an answer to a question is looked for with.
  @Test
  void processSearchesAsAnalysisAsksIt() throws IOException {
    JsonNode process = published("process");
    JsonNode asked = process.at("/paths/~1searches/post");
    JsonNode search = resolve(process, asked.at("/requestBody/content/application~1json/schema"));
    JsonNode found = resolve(process, answer(asked));

    assertThat(search.at("/properties").fieldNames())
        .toIterable()
        .contains(
            "terms", "factTerms", "competitorIds", "kinds", "from", "to", "passages", "facts");
    assertThat(found.at("/properties").fieldNames())
        .toIterable()
        .contains("passages", "facts", "cut", "coverage");
  }

  private static void check(
      JsonNode contract, String path, JsonNode item, JsonNode service, List<String> broken) {
    JsonNode served = find(service, path);
    for (String method : List.of("get", "post", "put", "patch", "delete")) {
      if (item.has(method)) {
        String operation = method + " " + path;
        if (!served.has(method)) {
          broken.add(operation + " is not published");
        } else {
          compare(
              operation,
              contract,
              answer(item.get(method)),
              service,
              answer(served.get(method)),
              broken);
        }
      }
    }
  }

  private static void compare(
      String place,
      JsonNode contract,
      JsonNode promised,
      JsonNode service,
      JsonNode given,
      List<String> broken) {
    JsonNode wanted = resolve(contract, promised);
    JsonNode found = resolve(service, given);
    if (wanted.has("items") && found.has("items")) {
      compare(place + "[]", contract, wanted.get("items"), service, found.get("items"), broken);
    }
    if (!wanted.has("properties") || !found.has("properties")) {
      return;
    }
    for (JsonNode name : wanted.path("required")) {
      String field = name.asText();
      JsonNode answered = found.get("properties").path(field);
      if (answered.isMissingNode()) {
        if (!field.equals("competitor")) { // joined in by the gateway
          broken.add(place + ": no field " + field);
        }
      } else {
        compare(
            place + "." + field,
            contract,
            wanted.get("properties").path(field),
            service,
            answered,
            broken);
      }
    }
  }

  /// Follows references and picks the one alternative that is not null.
  private static JsonNode resolve(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      return resolve(document, document.at(schema.get("$ref").asText().substring(1)));
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      for (JsonNode alternative : schema.path(choice)) {
        if (!alternative.path("type").asText().equals("null")) {
          return resolve(document, alternative);
        }
      }
    }
    return schema;
  }

  private static JsonNode answer(JsonNode operation) {
    for (String status : List.of("200", "201", "202")) {
      JsonNode schema = operation.at("/responses/" + status + "/content/application~1json/schema");
      if (!schema.isMissingNode()) {
        return schema;
      }
    }
    return operation.path("no answer");
  }

  private static JsonNode find(JsonNode service, String path) {
    for (var published : service.get("paths").properties()) {
      if (shape(published.getKey()).equals(shape(path))) {
        return published.getValue();
      }
    }
    return service.path("no such path");
  }

  /// Without the public prefix and the names of parameters.
  private static String shape(String path) {
    String inner = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
    return inner.replaceAll("\\{[^}]*}", "{}");
  }

  private static @org.jspecify.annotations.Nullable String owner(String path) {
    if (OF_PAGES.matcher(path).matches()) {
      return "process";
    }
    return COMPOSED.contains(path) ? null : OWNERS.get(path.split("/")[3]);
  }

  private JsonNode published(String service) throws IOException {
    Path file = root.resolve("services/" + service + "/target/openapi/openapi.json");
    return new ObjectMapper().readTree(Files.readString(file));
  }
}
