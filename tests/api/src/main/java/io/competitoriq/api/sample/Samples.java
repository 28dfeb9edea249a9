package io.competitoriq.api.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.door.Request;
import io.competitoriq.api.workspace.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Requests that make sense, made of the document and of `samples.yaml`.
public final class Samples {

  private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern NAME = Pattern.compile("\\$([a-z-]+)");

  private final JsonNode known;
  private final Installation installation;
  private final BodySamples bodies;
  private final Map<String, String> asked = new ConcurrentHashMap<>();

  public Samples(ApiDocument document, Installation installation) {
    this.known = file();
    this.installation = installation;
    this.bodies =
        new BodySamples(
            document,
            name ->
                known.at("/members/" + name).isMissingNode()
                    ? UNKNOWN
                    : "$" + known.at("/members/" + name).asText());
  }

  private static JsonNode file() {
    try (var in = Samples.class.getResourceAsStream("/sample/samples.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Statements that make what no operation does, for a workspace.
  public List<String> rows(UUID workspace) {
    List<String> rows = new ArrayList<>();
    known.get("rows").forEach(row -> rows.add(bound(row.asText(), workspace)));
    return rows;
  }

  /// Statements that make people and keys of a workspace.
  public List<String> door(UUID workspace) {
    List<String> rows = new ArrayList<>();
    known.get("door").forEach(row -> rows.add(bound(row.asText(), workspace)));
    return rows;
  }

  /// Tables that may have no row.
  public Set<String> mayBeEmpty() {
    Set<String> tables = new TreeSet<>();
    known.get("empty").forEach(table -> tables.add(table.asText()));
    return tables;
  }

  /// Tables a service keeps up to date without being asked.
  public Set<String> movesByItself() {
    Set<String> tables = new TreeSet<>();
    known.get("moving").forEach(table -> tables.add(table.asText()));
    return tables;
  }

  /// Whether a foreign id is answered like one that does not exist, though not with 404.
  public boolean answersAlike(Operation operation) {
    return known.path("alike").has(operation.id());
  }

  /// Operations that make what a copy of the demo lacks, in their order.
  public List<String> seeds() {
    List<String> seeds = new ArrayList<>();
    known.get("seeds").forEach(seed -> seeds.add(seed.asText()));
    return seeds;
  }

  /// What an operation may answer when all is well: the document's successes, and what
  /// `samples.yaml` expects of the sample besides.
  public Set<Integer> expected(Operation operation) {
    Set<Integer> expected = new TreeSet<>(operation.successes());
    known
        .at("/operations/" + operation.id() + "/expect")
        .forEach(status -> expected.add(status.asInt()));
    return expected;
  }

  /// The operation asked of the things of a workspace, a list whole.
  ///
  /// @throws IllegalStateException when a parameter means nothing that is known, with what to add
  public Request request(Operation operation, UUID workspace) {
    return request(operation, workspace, false);
  }

  /// The same, a list narrowed to what the workspace's ids name.
  public Request filtered(Operation operation, UUID workspace) {
    return request(operation, workspace, true);
  }

  private Request request(Operation operation, UUID workspace, boolean filtered) {
    String target =
        PARAMETER
            .matcher(operation.path())
            .replaceAll(found -> encoded(parameter(operation, found.group(1), workspace)));
    Request request =
        Request.of(operation.method(), target + query(operation, workspace, filtered))
            .with("Accept: application/json, */*");
    if (operation.parameters("header").stream()
        .anyMatch(header -> header.path("name").asText().equals("If-Match"))) {
      request = request.with("If-Match: *");
    }
    if (!operation.reads()) {
      request = request.with("X-CIQ-CSRF: 1");
    }
    JsonNode body = body(operation);
    if (body == null) {
      return request;
    }
    String text = named(body.toString(), workspace);
    return request.with("Content-Type: application/json").withBody(text);
  }

  /// Forgets what was asked of the database: it may have changed.
  public void forget() {
    asked.clear();
  }

  private @org.jspecify.annotations.Nullable JsonNode body(Operation operation) {
    JsonNode own = known.at("/operations/" + operation.id() + "/body");
    if (!own.isMissingNode()) {
      return own;
    }
    JsonNode schema = operation.bodySchema();
    return schema == null ? null : bodies.of("body", schema);
  }

  private String query(Operation operation, UUID workspace, boolean filtered) {
    JsonNode own = known.at("/operations/" + operation.id() + "/query");
    if (own.isTextual()) {
      return "?" + own.asText();
    }
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : operation.parameters("query")) {
      String name = parameter.get("name").asText();
      boolean id = known.path("members").has(name);
      if (name.equals("limit")) {
        pairs.add("limit=200");
      } else if (id && filtered || parameter.path("required").asBoolean()) {
        String value = bodies.of(name, parameter.path("schema")).asText();
        pairs.add(name + "=" + encoded(named(id ? meaning(name) : value, workspace)));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String meaning(String name) {
    return "$" + known.at("/members/" + name).asText();
  }

  private String parameter(Operation operation, String name, UUID workspace) {
    JsonNode own = known.path("parameters").path(operation.path()).path(name);
    if (own.isMissingNode() && name.equals("queue")) {
      own = known.path("parameters").path("/api/v1/queues/{queue}").path(name);
    }
    if (own.isMissingNode() && name.equals("id")) {
      own = TextNode.valueOf("$" + operation.resource());
    }
    if (own.isMissingNode()) {
      throw new IllegalStateException(
          "%s has no sample: say in sample/samples.yaml, under parameters, what {%s} of %s is"
              .formatted(operation.id(), name, operation.path()));
    }
    return named(own.asText(), workspace);
  }

  private String named(String text, UUID workspace) {
    if (text.startsWith("select ")) {
      return first(text, workspace);
    }
    return NAME.matcher(text).replaceAll(found -> id(found.group(1), workspace));
  }

  private String id(String name, UUID workspace) {
    JsonNode sql = known.path("ids").path(name);
    if (sql.isMissingNode()) {
      throw new IllegalStateException(
          "no id is known for '%s': say in sample/samples.yaml, under ids, how one is found"
              .formatted(name));
    }
    return first(sql.asText(), workspace);
  }

  private String first(String sql, UUID workspace) {
    return asked.computeIfAbsent(
        bound(sql, workspace),
        bound -> {
          List<String> found = installation.query(bound);
          String first = found.isEmpty() ? null : found.getFirst();
          return first == null ? UNKNOWN : first;
        });
  }

  private static String bound(String sql, UUID workspace) {
    return sql.replace(":workspace", "'" + workspace + "'");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
