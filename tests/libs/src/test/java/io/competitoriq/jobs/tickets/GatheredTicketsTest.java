package io.competitoriq.jobs.tickets;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A command that Redis refuses or sits on must not hold up, lose or double the tickets behind it.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class GatheredTicketsTest {

  private static final String QUEUE = "gathered-jobs";
  private static final Pace NO_LIMIT = new Pace(0, Duration.ofSeconds(1), Duration.ZERO, 1);

  /// Longer than one command may take (`ciq.jobs.redis-timeout`).
  private static final int SILENT_MILLIS = 1500;

  @Inject GatheredTickets gathered;
  @Inject Tickets tickets;
  @Inject RedisLink redis;

  @BeforeEach
  void begin() {
    redis.send(Command.FLUSHALL).await().atMost(PATIENCE);
    tickets.publish(QUEUE, "a generation", List.of()).await().atMost(PATIENCE);
  }

  @Test
  void ticketsOfManyCommitsAtOnceArriveOnceEach() {
    List<Uni<Void>> published = LongStream.rangeClosed(1, 50).mapToObj(this::publish).toList();

    published.forEach(one -> one.await().atMost(PATIENCE));

    assertThat(handedOut()).containsExactlyElementsOf(ids(50));
  }

  @Test
  void aRefusedTicketIsToldToItsCallerAndTheNextOneGoes() {
    memory(1);
    Uni<Void> refused = publish(1);
    assertThatThrownBy(() -> refused.await().atMost(PATIENCE)).hasMessageContaining("OOM");

    memory(0);
    publish(2).await().atMost(PATIENCE);

    assertThat(handedOut()).containsExactly(2L);
  }

  @Test
  void behindASilentRedisTicketsGatherAndArriveOnceEachWhateverIsPublishedAgain() {
    redis.send(Command.CLIENT, "PAUSE", SILENT_MILLIS, "ALL").await().atMost(PATIENCE);
    Uni<Void> hanging = publish(1);
    List<Uni<Void>> behind = List.of(publish(2), publish(3));

    assertThatThrownBy(() -> hanging.await().atMost(PATIENCE));
    behind.forEach(one -> one.await().atMost(PATIENCE));
    tickets
        .publish(QUEUE, Tickets.NO_GENERATION, List.of(ticket(1), ticket(2), ticket(3)))
        .await()
        .atMost(PATIENCE);

    assertThat(handedOut()).containsExactly(1L, 2L, 3L);
  }

  private Uni<Void> publish(long job) {
    return gathered.publish(QUEUE, List.of(ticket(job)));
  }

  private static Ticket ticket(long job) {
    return new Ticket(job, 1, "");
  }

  /// With hardly any, Redis refuses every write.
  private void memory(int most) {
    redis.send(Command.CONFIG, "SET", "maxmemory", most).await().atMost(PATIENCE);
  }

  private List<Long> handedOut() {
    return tickets
        .turn(QUEUE, "worker", 100, NO_LIMIT, List.of())
        .await()
        .atMost(PATIENCE)
        .tickets()
        .stream()
        .map(Handed::jobId)
        .sorted()
        .toList();
  }

  private static List<Long> ids(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
