package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.competitoriq.stack.Exposition.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What rules and dashboards go by is what the running services expose: each metric of
/// `deploy/monitoring/contract.yaml`, with its labels, and none of ours beside them.
class MetricsContractTest {

  private static final String GATEWAY = "gateway";

  private final Stack stack = Stack.running();

  @ParameterizedTest
  @ValueSource(strings = {"competitors", "crawl", "process", "analysis", GATEWAY})
  void aServiceExposesItsContract(String service) {
    Map<String, JsonNode> contract = contractOf(service);
    Map<String, Family> exposed = Exposition.of(stack.metrics(service));

    contract.forEach(
        (name, metric) -> {
          Family family = exposed.get(name);
          if (family == null) {
            assertThat(metric.path("when").asText()).as("%s of %s", name, service).isNotEmpty();
            return;
          }
          assertThat(family.type()).as(name).isEqualTo(metric.get("type").asText());
          assertThat(family.labels()).as(name).isEqualTo(labels(metric));
        });
    assertThat(exposed.keySet().stream().filter(MetricsContractTest::isOurs))
        .as("metrics of %s that the contract does not know", service)
        .allMatch(contract::containsKey);
  }

  /// The greatest value of a timer is a family of its own, and nobody goes by it.
  private static boolean isOurs(String name) {
    return name.startsWith("ciq_") && !name.endsWith("_max");
  }

  private static Set<String> labels(JsonNode metric) {
    Set<String> labels = new TreeSet<>();
    metric.path("labels").forEach(label -> labels.add(label.asText()));
    return labels;
  }

  private static Map<String, JsonNode> contractOf(String service) {
    List<String> groups = service.equals(GATEWAY) ? List.of("every") : List.of("every", "workers");
    Map<String, JsonNode> metrics = new LinkedHashMap<>();
    JsonNode services = contract().get("services");
    Stream.concat(groups.stream(), Stream.of(service))
        .map(services::get)
        .flatMap(group -> StreamSupport.stream(group.properties().spliterator(), false))
        .forEach(metric -> metrics.put(metric.getKey(), metric.getValue()));
    return metrics;
  }

  private static JsonNode contract() {
    Path root = Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath();
    try {
      return new YAMLMapper()
          .readTree(Files.readString(root.resolve("deploy/monitoring/contract.yaml")));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
