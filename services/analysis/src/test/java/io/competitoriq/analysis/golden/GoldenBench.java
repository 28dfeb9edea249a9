package io.competitoriq.analysis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.Service;
import io.competitoriq.analysis.golden.GoldenSet.Case;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Raises every change of the golden set, lets it be assessed, and holds what people would read
/// against what was agreed. Not part of the tests: `./ciq bench insight --set assessments`.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(GoldenModel.class)
class GoldenBench {

  /// Fifty questions at the pace a configured provider may ask for.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final UUID anybody = UUID.randomUUID();
  private final UUID us = UUID.randomUUID();
  private final Service service;

  GoldenBench(Service service) {
    this.service = service;
  }

  static GoldenSet set() {
    return GoldenSet.read(
        Path.of(
            System.getProperty("ciq.bench.golden", "../../bench/insight/assessments/golden.json")));
  }

  @Test
  void measure() throws IOException {
    GoldenSet set = set();
    service.as(us, "admin").body(set.ownCompany()).put("/company-profile").then().statusCode(200);
    Map<Case, String> signals = new LinkedHashMap<>();
    for (Case each : set.cases()) {
      signals.put(each, service.raise(workspace(each), each.change()).getString("id"));
    }
    GoldenScore score = new GoldenScore(!GoldenModel.isConfigured());
    signals.forEach((each, signal) -> score.add(each, assessed(workspace(each), signal)));
    score.addQuotes(ReceiptCheck.run(List.of(anybody, us)));
    write(score.rows(), score.misses());
    assertThat(signals).hasSizeGreaterThanOrEqualTo(40);
  }

  private UUID workspace(Case each) {
    return each.ours() ? us : anybody;
  }

  private JsonPath assessed(UUID workspace, String signal) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> service.get(workspace, signal),
            found -> !"PENDING".equals(found.getString("assessment.state")));
  }

  private static void write(List<Map<String, Object>> rows, List<String> misses)
      throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "insight");
    report.put("set", "assessments");
    report.put("at", Instant.now().toString());
    report.put(
        "model", ConfigProvider.getConfig().getValue("ciq.analysis.model.name", String.class));
    report.put("machine", Map.of("cpus", Runtime.getRuntime().availableProcessors()));
    report.put("rows", rows);
    report.put("misses", misses);
    Files.writeString(
        Path.of(System.getProperty("ciq.bench.report", "target/golden-assessments.json")),
        new ObjectMapper().writeValueAsString(report));
    assertThat(TestDatabase.queryLong("select count(*) from analysis.signal")).isPositive();
  }
}
