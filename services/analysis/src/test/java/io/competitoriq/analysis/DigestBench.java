package io.competitoriq.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Not a test: `./ciq bench digest` runs it. How long a digest of 1000 signals takes, asked over
/// HTTP of the running service with the real database behind it.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Neighbours.class)
class DigestBench {

  private static final int SIGNALS = 1_000;
  private static final int GOAL_MILLIS = 5_000;

  private static final String SIGNAL_ROWS =
      """
      insert into analysis.signal (id, workspace_id, competitor_id, source_id, change_id, document_id,
        url, source_kind, page_title, category, headline, summary, significance, severity, confidence,
        content, occurred_at, detected_at)
      select gen_random_uuid(), '%1$s',
        ('00000000-0000-0000-0002-' || lpad((i %% 20)::text, 12, '0'))::uuid, gen_random_uuid(),
        gen_random_uuid(), gen_random_uuid(), 'https://site' || i %% 20 || '.example/pricing', 'PRICING',
        'Pricing', 'PRICING', 'Plan ' || i || ' raised from $' || i || ' to $' || i + 9 || ' per month',
        repeat('What changed on this page is told in one sentence of usual length. ', 3), i %% 101,
        'MEDIUM', 0.9,
        jsonb_build_object('texts', '[]'::jsonb,
          'reasons', jsonb_build_array('Signals about pricing weigh 1.00.', 'The price moved: magnitude 0.90.',
            'Read from a pricing page: reliability 0.95.', '1.00 x 0.90 x 0.95 gives 86 of 100.'),
          'facts', (select jsonb_agg(jsonb_build_object('kind', 'MODIFIED', 'factKind', 'PRICE',
             'subject', 'Plan ' || i || ' ' || f, 'field', 'amount',
             'before', jsonb_build_object('text', '$' || i), 'after', jsonb_build_object('text', '$' || i + 9),
             'evidence', '[]'::jsonb)) from generate_series(1, 2) f)),
        now() - i * interval '9 minutes', now() - i * interval '9 minutes'
      from generate_series(1, %2$d) i
      """;

  private static final String EVIDENCE_ROWS =
      """
      insert into analysis.evidence (id, workspace_id, signal_id, ordinal, evidence_id, side, snapshot_id,
        document_id, block_id, quote, start_offset, end_offset, verified, url, fetched_at)
      select gen_random_uuid(), s.workspace_id, s.id, n, gen_random_uuid(),
        case when n = 0 then 'BEFORE' else 'AFTER' end, gen_random_uuid(), gen_random_uuid(), 'b1',
        s.headline, 0, length(s.headline), true, s.url, s.detected_at
      from analysis.signal s, generate_series(0, 1) n where s.workspace_id = '%1$s'
      """;

  private static final String STORY_ROWS =
      """
      with made as (
        insert into analysis.story (id, workspace_id, lead_signal_id, signals, sources, significance,
          first_seen_at, last_seen_at)
        select id, workspace_id, id, 1, 1, significance, detected_at, detected_at
        from analysis.signal where workspace_id = '%1$s' returning id)
      update analysis.signal s set story_id = s.id from made where made.id = s.id
      """;

  private final UUID workspace = UUID.randomUUID();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Service service;

  DigestBench(Service service) {
    this.service = service;
  }

  @Test
  void measure() throws IOException {
    for (String sql : List.of(SIGNAL_ROWS, EVIDENCE_ROWS, STORY_ROWS)) {
      TestDatabase.execute(sql.formatted(workspace, SIGNALS));
    }
    TestDatabase.execute("analyze analysis.signal");
    String digest = digest();
    JsonPath edition = compile(digest, List.of());
    assertThat(edition.getInt("content.signals")).isEqualTo(SIGNALS);
    String pdf = "/digests/" + digest + "/editions/" + edition.getString("id") + "/pdf";

    row("digest_1000_compile_worst", GOAL_MILLIS, 20, () -> compile(digest, List.of()));
    row("digest_1000_mailed_worst", GOAL_MILLIS, 5, () -> mailed(digest));
    row("digest_1000_pdf_worst", GOAL_MILLIS, 5, () -> bytes(pdf, 50_000));
    row("export_1000_csv_worst", 0, 5, () -> bytes("/signals/export?format=csv", 500_000));
    row("export_1000_xlsx_worst", 0, 5, () -> bytes("/signals/export?format=xlsx", 50_000));

    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "digest");
    report.put("at", Instant.now().toString());
    report.put("machine", Map.of("cpus", Runtime.getRuntime().availableProcessors()));
    report.put("rows", rows);
    Files.writeString(
        Path.of(System.getProperty("ciq.bench.report", "target/digest-bench.json")),
        new ObjectMapper().writeValueAsString(report));
  }

  /// One run that does not count, then the slowest.
  private void row(String metric, int goal, int runs, Runnable work) {
    work.run();
    long[] millis = new long[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / 1_000_000;
    }
    Arrays.sort(millis);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("metric", metric);
    row.put("unit", "ms");
    row.put("ours", millis[runs - 1]);
    row.put("median", millis[runs / 2]);
    if (goal > 0) {
      row.put("goal", "<=" + goal);
      row.put("met", millis[runs - 1] <= goal);
    }
    rows.add(row);
  }

  private void mailed(String digest) {
    String edition = compile(digest, List.of("mia@example.com")).getString("id");
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                "ACCEPTED"
                    .equals(
                        service
                            .as(workspace, "viewer")
                            .get("/deliveries?editionId=" + edition)
                            .jsonPath()
                            .getString("items[0].state")));
  }

  private void bytes(String path, int atLeast) {
    byte[] body =
        service.as(workspace, "viewer").get(path).then().statusCode(200).extract().asByteArray();
    assertThat(body).hasSizeGreaterThan(atLeast);
  }

  private JsonPath compile(String digest, List<String> recipients) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("recipients", recipients))
        .post("/digests/" + digest + "/editions")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private String digest() {
    return service
        .as(workspace, "analyst")
        .body(
            """
            {"name":"Weekly","audience":"EXECUTIVE","enabled":false,"channelIds":[],"recipients":[],
             "selection":{"competitorIds":[],"tags":[],"categories":[],"leastSignificance":0},
             "cadence":{"frequency":"WEEKLY","time":"07:00","day":"MONDAY","zone":"Europe/Berlin"}}
            """)
        .post("/digests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
