package io.competitoriq.jobs.maintenance;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.tickets.Tickets;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class TicketSupplyTest {

  /// Without a handler, so that the regular relay leaves it alone.
  private static final String QUEUE = "unsupplied-jobs";

  /// More than the fast path makes tickets for.
  private static final int JOBS = 300;

  @Inject JobStage stage;
  @Inject JobsConfig config;
  @Inject Tickets tickets;
  @Inject TicketSupply supply;

  @Test
  void aQuarterOfTheWindowTakenBringsTheNextTickets() {
    stage.addMany(QUEUE, "none", JOBS);

    supply.taken(QUEUE, config.ticketWindow() / 4);

    await().atMost(PATIENCE).until(() -> count() == JOBS);
  }

  private long count() {
    return tickets.count(QUEUE).await().atMost(PATIENCE);
  }
}
