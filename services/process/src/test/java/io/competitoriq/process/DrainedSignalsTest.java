package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.control.Controls;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator drains the queue of the next step while changes are found.
@QuarkusTest
@WithEmbeddedServers("process")
class DrainedSignalsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Service service;
  private final Controls controls;

  DrainedSignalsTest(Service service, Controls controls) {
    this.service = service;
    this.controls = controls;
  }

  @AfterEach
  void reopen() {
    drain(false);
  }

  @Test
  void aChangeWaitsUntilItsSignalCanBeHandedOn() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);
    drain(true);
    // When
    service.hand(source, service.snapshot(source, "text/html", plan("$59"), 1));
    // Then
    await().atMost(PATIENCE).until(() -> snoozed(source) == 1);
    assertThat(service.signals(source)).isZero();
    assertThat(service.get(source, "/changes").getList("items")).isEmpty();
    // And when
    drain(false);
    TestDatabase.execute(
        "update jobs.job set run_at = now() where state = 0 and workspace_id = '%s'"
            .formatted(source.workspace()));
    // Then
    await().atMost(PATIENCE).until(() -> Service.open(source) == 0);
    assertThat(service.signals(source)).isEqualTo(1);
    assertThat(service.get(source, "/changes").getList("items")).hasSize(1);
  }

  private static long snoozed(Source source) {
    return TestDatabase.queryLong(
        """
        select count(*) from jobs.job
         where state = 0 and attempt = 0 and error like '%%drained by an operator%%' and workspace_id = '%s'
        """
            .formatted(source.workspace()));
  }

  private void drain(boolean wanted) {
    TestDatabase.execute(
        """
        insert into jobs.queue_state (queue, draining) values ('%s', %s)
        on conflict (queue) do update set draining = excluded.draining
        """
            .formatted(RaiseSignal.QUEUE, wanted));
    await().atMost(PATIENCE).until(() -> controls.of(RaiseSignal.QUEUE).draining() == wanted);
  }

  private static String plan(String price) {
    return "<html lang=en><title>Pricing</title><main><h1>Pricing</h1><div class=card><h3>Pro</h3><p>"
        + price
        + " per month</p></div></main></html>";
  }
}
