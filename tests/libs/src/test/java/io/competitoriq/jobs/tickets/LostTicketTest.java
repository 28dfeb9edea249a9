package io.competitoriq.jobs.tickets;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys may be lost one by one: a replica that lagged, a hand that slipped.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class LostTicketTest {

  private static final String QUEUE = "unworked-jobs";
  private static final Ticket TICKET = new Ticket(4711, 1, "one.test");
  private static final Pace NO_LIMIT = new Pace(0, Duration.ofSeconds(1), Duration.ZERO, 1);
  private static final Pace SLOW_HOSTS = new Pace(0, Duration.ofSeconds(1), Duration.ofHours(1), 1);

  @Inject Tickets tickets;
  @Inject RedisLink redis;

  @BeforeEach
  void begin() {
    redis.send(Command.FLUSHALL).await().atMost(PATIENCE);
    publish("a generation");
  }

  @Test
  void aTicketThatLiesThereIsNotDoubled() {
    publish(Tickets.NO_GENERATION);

    assertThat(take(NO_LIMIT)).hasSize(1);
    assertThat(take(NO_LIMIT)).isEmpty();
  }

  @Test
  void aTicketWhoseStreamWasLostIsMadeAnew() {
    delete("s1");

    publish(Tickets.NO_GENERATION);
    publish("the next generation");

    assertThat(length()).isEqualTo(1);
  }

  @Test
  void aDeferredTicketThatWasLostIsMadeAnew() {
    take(SLOW_HOSTS);
    publish(Tickets.NO_GENERATION);
    take(SLOW_HOSTS); // the host was just visited: deferred
    assertThat(length()).isZero();
    delete("z");

    publish(Tickets.NO_GENERATION);

    assertThat(length()).isEqualTo(1);
  }

  private void publish(String generation) {
    tickets.publish(QUEUE, generation, List.of(TICKET)).await().atMost(PATIENCE);
  }

  /// Takes what there is and puts the tickets away.
  private List<Handed> take(Pace pace) {
    List<Handed> handed =
        tickets.turn(QUEUE, "worker", 5, pace, List.of()).await().atMost(PATIENCE).tickets();
    tickets
        .turn(
            QUEUE,
            "worker",
            0,
            pace,
            handed.stream().map(ticket -> new Turn.Ack(ticket, true)).toList())
        .await()
        .atMost(PATIENCE);
    return handed;
  }

  private void delete(String part) {
    redis.send(Command.DEL, "{q:" + QUEUE + "}:" + part).await().atMost(PATIENCE);
  }

  private long length() {
    return redis.send(Command.XLEN, "{q:" + QUEUE + "}:s1").await().atMost(PATIENCE).toLong();
  }
}
