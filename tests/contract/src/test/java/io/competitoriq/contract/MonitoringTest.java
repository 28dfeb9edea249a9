package io.competitoriq.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules, dashboards, runbooks and documentation go by one set of names. That the running services
/// expose them is held by the tests of the whole; that every query answers by `./ciq bench
/// dashboards`.
class MonitoringTest {

  private static final String RUNBOOKS =
      "https://github.com/competitoriq/competitoriq/blob/main/docs/runbooks/";
  private static final int WIDTH = 24;
  private static final Pattern TICKED = Pattern.compile("`((?:ciq|http|jvm|sql)_\\w+)`");

  static List<JsonNode> everyAlert() {
    return Monitoring.alerts();
  }

  static List<Path> everyDashboard() {
    return Monitoring.dashboards();
  }

  @Test
  void rulesAndDashboardsGoByNamesOfTheContractOnly() {
    Set<String> known = Monitoring.contract();
    Set<String> used = new TreeSet<>();
    for (Path file : concat(Monitoring.rules(), Monitoring.dashboards())) {
      JsonNode document = Monitoring.read(file);
      known.addAll(document.findValuesAsText("record"));
      document.findValuesAsText("expr").forEach(expr -> used.addAll(Monitoring.namesIn(expr)));
    }

    assertThat(used).contains("ciq_queue_depth", "http_server_requests_seconds_bucket", "pg_up");
    assertThat(known).containsAll(used);
  }

  @Test
  void everyMetricOfOursIsUsedOrAtLeastExplained() {
    Set<String> documented = new TreeSet<>();
    Monitoring.text(Monitoring.root().resolve("docs/metrics.md"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> TICKED.matcher(line).results())
        .forEach(name -> documented.add(name.group(1)));

    assertThat(documented)
        .containsAll(Monitoring.serviceMetrics().stream().filter(ours()).toList());
    assertThat(Monitoring.contract()).containsAll(documented);
  }

  private static java.util.function.Predicate<String> ours() {
    return name -> name.startsWith("ciq_");
  }

  @ParameterizedTest
  @MethodSource("everyAlert")
  void anAlertSaysWhatToDoAndItsRunbookSaysMore(JsonNode alert) {
    String name = alert.get("alert").asText();
    JsonNode said = alert.path("annotations");
    assertThat(said.path("summary").asText()).isNotBlank();
    assertThat(said.path("action").asText()).isNotBlank();
    assertThat(alert.path("labels").path("severity").asText())
        .isIn("critical", "warning", "info", "none");

    String[] place = said.path("runbook_url").asText().split("#", 2);
    assertThat(place).as(name).hasSize(2);
    assertThat(place[0]).startsWith(RUNBOOKS);
    Path page =
        Monitoring.root().resolve("docs/runbooks").resolve(place[0].substring(RUNBOOKS.length()));
    assertThat(page).exists();
    assertThat(place[1]).isEqualTo(name.toLowerCase(java.util.Locale.ROOT));
    assertThat(section(Monitoring.text(page), name))
        .as(name + " in " + page.getFileName())
        .contains("**Means** ", "**Look first** ", "**Mend** ", "**Afterwards** ");
  }

  private static String section(String page, String alert) {
    String heading = "\n## " + alert + "\n";
    int from = page.indexOf(heading);
    if (from < 0) {
      return "";
    }
    int to = page.indexOf("\n## ", from + heading.length());
    return page.substring(from, to < 0 ? page.length() : to);
  }

  @Test
  void noRunbookIsAboutAnAlertThatIsNoMore() {
    Set<String> alerts = new HashSet<>();
    Monitoring.alerts().forEach(alert -> alerts.add(alert.get("alert").asText()));
    Set<String> headings = new TreeSet<>();
    for (String page : List.of("service-levels", "services", "queues", "security", "cluster")) {
      Pattern.compile("^## (Ciq\\w+)$", Pattern.MULTILINE)
          .matcher(Monitoring.text(Monitoring.root().resolve("docs/runbooks/" + page + ".md")))
          .results()
          .forEach(heading -> headings.add(heading.group(1)));
    }

    assertThat(alerts).containsAll(headings).hasSizeGreaterThan(50);
  }

  @Test
  void thereAreThirteenDashboardsAndTheServiceLevels() {
    assertThat(Monitoring.dashboards())
        .extracting(file -> file.getFileName().toString())
        .hasSize(14)
        .contains("ciq-sla.json");
    assertThat(Files.exists(Monitoring.root().resolve("deploy/monitoring/dashboards.yaml")))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("everyDashboard")
  void aPanelHasAUnitATitleAndAPlaceOfItsOwn(Path file) {
    Set<Integer> ids = new HashSet<>();
    Set<List<Integer>> taken = new HashSet<>();
    JsonNode board = Monitoring.read(file);
    assertThat(board.path("panels")).isNotEmpty();
    for (JsonNode panel : board.path("panels")) {
      assertThat(ids.add(panel.get("id").asInt())).isTrue();
      assertThat(panel.path("title").asText()).isNotBlank();
      assertThat(panel.path("description").asText()).isNotBlank();
      assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
      assertThat(panel.path("targets")).isNotEmpty();
      JsonNode at = panel.get("gridPos");
      assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(WIDTH);
      for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
        for (int y = at.get("y").asInt(); y < at.get("y").asInt() + at.get("h").asInt(); y++) {
          assertThat(taken.add(List.of(x, y))).as("place of %s", panel.get("title")).isTrue();
        }
      }
    }
  }

  private static List<Path> concat(List<Path> first, List<Path> second) {
    List<Path> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
