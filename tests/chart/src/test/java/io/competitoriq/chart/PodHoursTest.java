package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.chart.Chart.Environment;
import io.competitoriq.chart.Week.Outcome;
import io.competitoriq.chart.Week.Way;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the autoscalers of production, as they are rendered, cost and spare in a week, beside fixed
/// numbers of pods and beside scaling on depth.
class PodHoursTest {

  /// Later than with all pods from the beginning: seen after 40 s, 30 s of patience, a pod a
  /// minute, 45 s for its start.
  private static final int MOST_EXTRA_WAIT = 240;

  private static final double MOST_EXTRA_MINUTES = 45;
  private static final Chart.Manifests PROD = Chart.render(Environment.PROD);

  /// The same week is asked for by several tests.
  private static final Map<Asked, Outcome> WEEKS = new ConcurrentHashMap<>();

  private record Asked(String load, Scaling scaling, Way way) {}

  static Stream<Load> everyLoad() {
    return Load.all().stream();
  }

  @Test
  void everyAutoscalerOfProductionHasAWeek() {
    List<String> scaled =
        Stream.of("HorizontalPodAutoscaler", "ScaledObject")
            .flatMap(kind -> PROD.ofKind(kind).stream())
            .map(Chart.Manifests::nameOf)
            .toList();

    assertThat(everyLoad().map(load -> "competitoriq-" + load.part()).distinct())
        .containsExactlyInAnyOrderElementsOf(scaled);
    for (Load load : Load.all()) {
      assertThat(load.jobs().stream().map(Load.Jobs::queue))
          .containsExactlyInAnyOrderElementsOf(scaling(load).queues());
    }
  }

  @ParameterizedTest
  @MethodSource("everyLoad")
  void costsLessThanAllPodsAllTheTimeAndHardlyWaitsLonger(Load load) {
    Outcome rendered = week(load, scaling(load), Way.RENDERED);
    Outcome most = week(load, scaling(load), Way.MOST);
    Outcome least = week(load, scaling(load), Way.LEAST);

    assertThat(rendered.podHours()).isLessThan(0.75 * most.podHours());
    assertThat(rendered.longestWait()).isLessThanOrEqualTo(most.longestWait() + MOST_EXTRA_WAIT);
    assertThat(rendered.minutesAbove())
        .isLessThanOrEqualTo(most.minutesAbove() + MOST_EXTRA_MINUTES)
        .isLessThanOrEqualTo(least.minutesAbove());
  }

  /// More pods than the limit can feed only idle: depth asks for them, the engine does not.
  @ParameterizedTest
  @MethodSource("everyLoad")
  void costsNoMoreThanScalingOnDepthAndWaitsNoLonger(Load load) {
    if (load.jobs().isEmpty()) {
      return;
    }
    Outcome rendered = week(load, scaling(load), Way.RENDERED);
    Outcome depth = week(load, scaling(load), Way.DEPTH);

    assertThat(rendered.longestWait()).isLessThanOrEqualTo(depth.longestWait() + MOST_EXTRA_WAIT);
    if (rendered.longestWait() >= depth.longestWait() - MOST_EXTRA_WAIT) {
      assertThat(rendered.podHours()).isLessThan(1.02 * depth.podHours());
    }
  }

  /// The bounds above are no wider than what a careless change would break.
  @Test
  void aCarelessChangeWouldBeNoticed() {
    Load slow = Load.all().get(6);
    ObjectNode object = PROD.one("ScaledObject", "competitoriq-crawl-worker");
    int wait = week(slow, Scaling.of(object), Way.MOST).longestWait();

    Outcome patient =
        week(slow, changed(object, "scaleUp", "stabilizationWindowSeconds", 1800), Way.RENDERED);
    Outcome clinging =
        week(
            slow, changed(object, "scaleDown", "stabilizationWindowSeconds", 86_400), Way.RENDERED);
    Outcome capped = week(slow, changed(object, "", "maxReplicaCount", 2), Way.RENDERED);

    assertThat(patient.longestWait()).isGreaterThan(wait + MOST_EXTRA_WAIT);
    assertThat(clinging.podHours())
        .isGreaterThan(0.75 * week(slow, Scaling.of(object), Way.MOST).podHours());
    assertThat(capped.longestWait()).isGreaterThan(wait + MOST_EXTRA_WAIT);
  }

  /// The formula of the simulation is the one that the engine's documents and code tell.
  @Test
  void workersAreWantedAsTheEngineWantsThem() {
    String formula =
        "`clamp(ceil(min(backlog / drain target, limit per second) x median run / slots), least, most)`";
    String engine = "libs/jobs/src/main/java/io/competitoriq/jobs/meters/DesiredWorkers.java";

    assertThat(Chart.text(Chart.root().resolve(engine))).contains(formula);
    assertThat(Chart.text(Chart.root().resolve("docs/metrics.md")))
        .contains(formula)
        .contains("(`ciq.jobs.scale.drain-target` 5 min, `.least` 1, `.most` 20)");
    // 100 a minute, starts of 6 s, 5 slots: the example of docs/metrics.md.
    var queue = new QueueRun(new Load.Jobs("crawl-jobs", second -> second == 0 ? 9_000 : 0, 6, 0));
    queue.step(0, 1);
    assertThat(queue.wantedWorkers()).isEqualTo(2);
    assertThat(queue.depth()).isEqualTo(9_000);
  }

  @Test
  void theTableOfTheDocumentsIsWhatTheChartDoes() {
    var table =
        new StringBuilder(
            """
            | Workload and its week | Pods | Pod-hours | Longest wait of a job | Minutes above the target | Changes |
            |---|---|---|---|---|---|
            """);
    for (Load load : Load.all()) {
      Scaling scaling = scaling(load);
      String said = "**%s**: %s".formatted(load.part(), load.says());
      for (Way way : Way.values()) {
        if (way == Way.DEPTH && load.jobs().isEmpty()) {
          continue;
        }
        table.append(row(said, pods(way, scaling), load, week(load, scaling, way)));
        said = "";
      }
    }
    System.out.print(table);
    Generated.hold(
        Chart.root().resolve("docs/install/scaling.md"), "<!-- table -->\n", table.toString());
  }

  private static String pods(Way way, Scaling scaling) {
    return switch (way) {
      case RENDERED ->
          "autoscaled as rendered, %d to %d".formatted(scaling.least(), scaling.most());
      case MOST -> "fixed at the most, %d".formatted(scaling.most());
      case LEAST -> "fixed at the floor, %d".formatted(scaling.least());
      case DEPTH -> "autoscaled on a depth of 500";
    };
  }

  private static String row(String said, String pods, Load load, Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %s | %.0f | %d |%n",
        said,
        pods,
        outcome.podHours(),
        load.jobs().isEmpty() ? "" : "%.1f min".formatted(outcome.longestWait() / 60.0),
        outcome.minutesAbove(),
        outcome.changes());
  }

  private static Scaling scaling(Load load) {
    return Scaling.of(PROD, "competitoriq-" + load.part());
  }

  private static Outcome week(Load load, Scaling scaling, Way way) {
    String cpu =
        PROD.one("Deployment", "competitoriq-" + load.part())
            .at("/spec/template/spec/containers/0/resources/requests/cpu")
            .asText();
    return WEEKS.computeIfAbsent(
        new Asked(load.toString(), scaling, way),
        _ -> Week.of(scaling, Requests.cores(cpu), load, way));
  }

  private static Scaling changed(ObjectNode object, String direction, String field, int value) {
    ObjectNode copy = object.deepCopy();
    JsonNode holder =
        direction.isEmpty()
            ? copy.path("spec")
            : copy.at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/" + direction);
    ((ObjectNode) holder).put(field, value);
    return Scaling.of(copy);
  }
}
