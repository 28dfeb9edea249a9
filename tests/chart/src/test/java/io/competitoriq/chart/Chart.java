package io.competitoriq.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The chart, rendered as an operator of an environment would install it.
final class Chart {

  static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES));

  private static final String RELEASE = "competitoriq";

  private Chart() {}

  enum Environment {
    DEV,
    STAGING,
    PROD;

    String lower() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Path root() {
    return Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();
  }

  static Path folder() {
    return root().resolve("helm/competitoriq");
  }

  static Helm helm() {
    return new Helm(folder());
  }

  /// Everything a release consists of, the migration too.
  static Manifests render(Environment environment, Map<String, String> values) {
    return Manifests.parsed(rendered(environment, values));
  }

  static Manifests render(Environment environment) {
    return render(environment, Map.of());
  }

  /// Hooks are no part of what Helm's library returns, so the migration is rendered as a plain Job.
  static String rendered(Environment environment, Map<String, String> values) {
    TemplateCommand command =
        helm()
            .template()
            .withName(RELEASE)
            .withNamespace(RELEASE)
            .withKubeVersion("1.34.0")
            .set("migrations.asHook", "false");
    if (environment != Environment.DEV) {
      command.withValuesFile(folder().resolve("values-" + environment.lower() + ".yaml"));
    }
    command.withValuesFile(
        Path.of("src/test/resources/operator", environment.lower() + ".yaml").toAbsolutePath());
    values.forEach(command::set);
    return command.call();
  }

  /// What Helm says when it refuses.
  static String refusal(Environment environment, Map<String, String> values) {
    try {
      rendered(environment, values);
    } catch (IllegalStateException refused) {
      return String.valueOf(refused.getMessage());
    }
    return "";
  }

  static JsonNode yaml(Path file) {
    try {
      JsonNode read = YAML.readTree(file.toFile());
      return read.isMissingNode() ? YAML.createObjectNode() : read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The rendered objects of a release.
  record Manifests(List<ObjectNode> all) {

    static Manifests parsed(String text) {
      try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
        return new Manifests(
            documents.readAll().stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    List<ObjectNode> ofKind(String kind) {
      return all.stream().filter(object -> kind.equals(object.path("kind").asText())).toList();
    }

    /// What makes the pods of the five services: nginx in front of them is none.
    List<ObjectNode> services() {
      return ofKind("Deployment").stream()
          .filter(
              made ->
                  !made.at("/metadata/labels")
                      .path("app.kubernetes.io/name")
                      .asText()
                      .equals("web"))
          .toList();
    }

    ObjectNode one(String kind, String name) {
      return ofKind(kind).stream()
          .filter(object -> nameOf(object).equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    boolean has(String kind, String name) {
      return ofKind(kind).stream().anyMatch(object -> nameOf(object).equals(name));
    }

    /// Pod templates by the name of what makes the pods.
    Map<String, JsonNode> pods() {
      var pods = new java.util.TreeMap<String, JsonNode>();
      for (ObjectNode object : all) {
        JsonNode template = object.at("/spec/template/spec");
        if (object.path("kind").asText().equals("CronJob")) {
          template = object.at("/spec/jobTemplate/spec/template/spec");
        }
        if (!template.isMissingNode()) {
          pods.put(object.path("kind").asText() + "/" + nameOf(object), template);
        }
      }
      return pods;
    }

    static String nameOf(JsonNode object) {
      return object.at("/metadata/name").asText();
    }
  }
}
