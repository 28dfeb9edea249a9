package io.competitoriq.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Not a test: `./ciq bench alerts` runs it. How long the back-test of a rule takes over 10 000
/// signals of 30 days, asked over HTTP of the running service with the real database behind it.
@QuarkusTest
@WithEmbeddedServers("analysis")
class BackTestBench {

  private static final int SIGNALS = 10_000;
  private static final int WARM_UP = 20;
  private static final int RUNS = 40;
  private static final long GOAL_MILLIS = 1_000;

  /// 40 competitors, eight categories, two facts each, three signals to a story.
  private static final String SEED =
      """
      with n as (select generate_series(1, %1$d) as i),
      raw as (
        select i, gen_random_uuid() as id,
               ('00000000-0000-0000-0002-' || lpad((i %% 40)::text, 12, '0'))::uuid as competitor,
               (array['PRICING','PRODUCT','POSITIONING','HIRING','NEWS','LEADERSHIP','LEGAL','OTHER'])
                 [1 + i %% 8] as category
        from n),
      signals as (
        insert into analysis.signal (id, workspace_id, competitor_id, source_id, change_id, document_id,
          url, source_kind, page_title, category, headline, summary, significance, severity, confidence,
          content, occurred_at, detected_at)
        select id, $1::uuid, competitor, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
          'https://site' || i %% 40 || '.example/pricing', 'PRICING', 'Pricing', category,
          'Plan ' || i || ' raised from $' || i %% 90 || ' to $' || i %% 110 || ' per month',
          repeat('What changed on this page is told in one sentence of usual length. ', 4)
            || case when i %% 50 = 0 then 'Hospitals get a discount.' else '' end,
          i %% 101, 'MEDIUM', 0.9,
          '{"facts":[],"texts":[],"reasons":[]}', now() - i * interval '4 minutes',
          now() - i * interval '4 minutes'
        from raw returning id)
      select count(*) from signals
      """
          .formatted(SIGNALS);

  private static final String MOVES =
      """
      insert into analysis.signal_move
      select s.id, f, s.workspace_id, 'PRICE', 'MODIFIED', 'Plan ' || f, 'amount', 1,
             (s.significance %% 30)::float8, 4900 + f, 'USD'
      from analysis.signal s, generate_series(0, 1) f where s.workspace_id = $1::uuid
      """
          .replace("%%", "%");

  private static final String STORIES =
      """
      with grouped as (
        select id, row_number() over (order by detected_at) / 3 as n from analysis.signal
        where workspace_id = $1::uuid),
      heads as (select distinct on (n) n, id, gen_random_uuid() as story from grouped order by n, id),
      made as (
        insert into analysis.story (id, workspace_id, lead_signal_id, signals, sources, significance,
          first_seen_at, last_seen_at)
        select story, $1::uuid, id, 3, 3, 50, now(), now() from heads returning id)
      update analysis.signal s set story_id = h.story
      from grouped g join heads h using (n) where g.id = s.id and (select count(*) from made) > 0
      """;

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  BackTestBench(Service service) {
    this.service = service;
  }

  @Test
  void measure() throws SQLException, IOException {
    seed();
    List<Map<String, Object>> rows = new ArrayList<>();
    row(rows, "anything", Map.of());
    row(rows, "price_rises", Map.of("factKind", "PRICE", "operator", "RISES_BY", "value", 5));
    row(rows, "words", Map.of("keywords", List.of("hospitals", "raised from")));
    row(
        rows,
        "all_parts",
        Map.of(
            "tags",
            List.of("tier-1"),
            "competitorIds",
            List.of("00000000-0000-0000-0002-000000000007"),
            "categories",
            List.of("PRICING", "OTHER"),
            "factKind",
            "PRICE",
            "operator",
            "MOVES_BY",
            "value",
            10,
            "leastSignificance",
            40,
            "keywords",
            List.of("raised")));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "alerts");
    report.put("at", Instant.now().toString());
    report.put("machine", Map.of("cpus", Runtime.getRuntime().availableProcessors()));
    report.put("rows", rows);
    Files.writeString(
        Path.of(System.getProperty("ciq.bench.report", "target/back-test-bench.json")),
        text(report));
  }

  private void row(List<Map<String, Object>> rows, String rule, Map<String, ?> asked) {
    long[] millis = new long[RUNS];
    JsonPath last = ask(asked);
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      last = ask(asked);
      millis[Math.max(i, 0)] = (System.nanoTime() - start) / 1_000_000;
    }
    assertThat(last.getInt("signals")).isGreaterThanOrEqualTo(SIGNALS * 99 / 100);
    Arrays.sort(millis);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("metric", "back_test_10k_" + rule + "_worst");
    row.put("unit", "ms");
    row.put("ours", millis[RUNS - 1]);
    row.put("median", millis[RUNS / 2]);
    row.put("matches", last.getInt("matches"));
    row.put("goal", "<=" + GOAL_MILLIS);
    row.put("met", millis[RUNS - 1] <= GOAL_MILLIS);
    rows.add(row);
  }

  private JsonPath ask(Map<String, ?> asked) {
    Map<String, Object> trial = new HashMap<>();
    trial.put("condition", AlertStage.condition(asked));
    trial.put("telling", AlertStage.telling(List.of(), Map.of()));
    trial.put("days", 30);
    return service
        .as(workspace, "viewer")
        .body(trial)
        .post("/alert-rules/test")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void seed() throws SQLException {
    try (var connection = TestDatabase.admin();
        var statement = connection.createStatement()) {
      for (String sql : List.of(SEED, MOVES, STORIES)) {
        statement.execute(sql.replace("$1", "'" + workspace + "'"));
      }
      statement.execute("analyze analysis.signal");
      statement.execute("analyze analysis.signal_move");
    }
  }

  private static String text(Map<String, Object> report) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(report);
  }
}
