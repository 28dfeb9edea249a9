package io.competitoriq.jobs.meters;

import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.play;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The names that rules, dashboards and documentation go by are the ones a running service exposes.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
@SuppressWarnings("NullAway.Init") // the test framework sets the URL
class MonitoringTest {

  private static final long DONE = 2;
  private static final Path ROOT =
      Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();
  private static final List<String> FILES =
      List.of("recording.yaml", "alerts.yaml", "slo-rules.yaml", "grafana/ciq-queues.json");

  /// What in an expression is no name of a metric: texts, labels, ranges, groupings.
  private static final Pattern OTHER =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}|\\[[^]]*]"
              + "|\\b(?:by|on|without|ignoring|group_left)\\s*\\([^)]*\\)"
              + "|\\b(?:and|or|unless|group_left)\\b");

  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*(?![\\w:]|\\s*\\()");

  @Inject JobStage stage;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @BeforeEach
  void someJobsHaveRun() {
    awaitState(stage.add(play("test-jobs", "monitored", "x")), DONE);
  }

  @Test
  void everyNameOfAQueueInRulesAndDashboardsIsExposedOrRecorded() throws IOException {
    Set<String> there = exposed();
    Set<String> used = new TreeSet<>(); // of the queues; the rest belongs to the services
    for (String file : FILES) {
      JsonNode document = new YAMLMapper().readTree(Files.readString(monitoring(file)));
      document.findValuesAsText("record").forEach(there::add);
      document.findValuesAsText("expr").forEach(expr -> used.addAll(namesIn(expr)));
    }

    used.removeIf(name -> !name.startsWith("ciq_queue_") && !name.startsWith("ciq:queue_"));
    assertThat(used).contains("ciq_queue_depth", "ciq:queue_backlog:max").hasSizeGreaterThan(30);
    assertThat(there).containsAll(used);
  }

  @Test
  void theDocumentationListsExactlyWhatIsExposed() throws IOException {
    Set<String> families = new TreeSet<>();
    when()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith("# TYPE ciq_queue_"))
        .map(line -> line.split(" "))
        // In OpenMetrics the family of a counter is its name without the ending.
        .map(
            type ->
                type[3].equals("counter") ? type[2].replaceAll("_total$", "") + "_total" : type[2])
        .filter(name -> !name.endsWith("_max"))
        .forEach(families::add);

    Set<String> documented = new TreeSet<>();
    Files.readString(ROOT.resolve("docs/metrics.md"))
        .lines()
        .filter(line -> line.startsWith("| `ciq_queue_"))
        .map(line -> line.split("`")[1])
        .forEach(documented::add);
    assertThat(documented).isEqualTo(families);
  }

  @Test
  void dashboardsAreWhatTheirSourceSays() throws IOException {
    JsonNode source = new YAMLMapper().readTree(Files.readString(monitoring("dashboards.yaml")));
    assertThat(source.size()).isEqualTo(14);
    for (var board : source.properties()) {
      assertMade(board.getKey(), board.getValue());
    }
  }

  private static void assertMade(String name, JsonNode board) throws IOException {
    JsonNode made =
        new YAMLMapper().readTree(Files.readString(monitoring("grafana/" + name + ".json")));
    List<String> wanted = new ArrayList<>();
    board
        .path("panels")
        .forEach(
            panel -> {
              for (int i = 3; i < panel.size(); i++) {
                wanted.add(panel.get(i).asText().replace("$i", "$__rate_interval"));
              }
            });

    assertThat(made.findValuesAsText("expr")).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private Set<String> exposed() {
    Set<String> names = new HashSet<>();
    when()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  private static Set<String> namesIn(String expr) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(OTHER.matcher(expr).replaceAll(" "))
        .results()
        .map(found -> found.group())
        .forEach(names::add);
    return names;
  }

  private static Path monitoring(String file) {
    return ROOT.resolve("deploy/monitoring").resolve(file);
  }
}
