package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator switches processing off and on again while snapshots come in.
@QuarkusTest
@WithEmbeddedServers("process")
class ProcessingOffTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Service service;
  private final Flags flags;

  ProcessingOffTest(Service service, Flags flags) {
    this.service = service;
    this.flags = flags;
  }

  @AfterEach
  void switchOn() {
    flip(false);
  }

  @Test
  void snapshotsWaitUntilTheFlagIsBack() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://acme.example/pricing");
    flip(true);
    // When
    service.hand(source, service.snapshot(source, "text/html", "<h1>Acme</h1><p>Hello</p>", 0));
    // Then
    await().atMost(PATIENCE).until(() -> sleepers(source) == 1);
    assertThat(service.get(source, "/documents?sourceId=" + source.id()).getList("items"))
        .isEmpty();
    // And when
    flip(false);
    // Then
    await().atMost(PATIENCE).until(() -> Service.open(source) == 0);
    assertThat(service.get(source, "/documents?sourceId=" + source.id()).getList("items"))
        .hasSize(1);
  }

  private static long sleepers(Source source) {
    return TestDatabase.queryLong(
        """
        select count(*) from jobs.job
         where state = 0 and attempt = 0 and error like '%%process.enabled%%' and workspace_id = '%s'
        """
            .formatted(source.workspace()));
  }

  private void flip(boolean killed) {
    TestDatabase.execute(
        "update flags.flag set killed = " + killed + " where key = 'process.enabled'");
    await().atMost(PATIENCE).until(() -> flags.on(Flag.PROCESS) != killed);
  }
}
