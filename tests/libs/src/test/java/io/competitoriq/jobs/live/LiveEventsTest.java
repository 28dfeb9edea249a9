package io.competitoriq.jobs.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class LiveEventsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject LiveEvents events;
  @Inject LiveEventReader reader;
  @Inject WorkspaceTransactions transactions;

  private final UUID workspace = UUID.randomUUID();
  private final UUID subject = UUID.randomUUID();

  @Test
  void aReaderResumesAfterTheLastEventItSaw() {
    List<LiveEvent> all = new CopyOnWriteArrayList<>();
    var first = reader.from("0-0").subscribe().with(all::add);
    events.publish(workspace, "visit.finished", subject);
    await().atMost(PATIENCE).until(() -> ours(all).size() == 1);
    events.publish(workspace, "signal.created", subject);
    await().atMost(PATIENCE).until(() -> ours(all).size() == 2);
    first.cancel();

    List<LiveEvent> resumed = new CopyOnWriteArrayList<>();
    var second = reader.from(ours(all).getFirst().id()).subscribe().with(resumed::add);

    await().atMost(PATIENCE).until(() -> !ours(resumed).isEmpty());
    second.cancel();
    assertThat(ours(resumed)).containsExactly(ours(all).getLast());
    assertThat(ours(all).getLast().type()).isEqualTo("signal.created");
    assertThat(ours(all).getLast().subjectId()).isEqualTo(subject);
  }

  @Test
  void anEventOfARolledBackTransactionIsNeverSeen() {
    List<LiveEvent> seen = new CopyOnWriteArrayList<>();
    var reading = reader.from("0-0").subscribe().with(seen::add);

    publishIn("rolled.back", Uni.createFrom().failure(new IllegalStateException("no")));
    publishIn("committed", Uni.createFrom().voidItem());

    await().atMost(PATIENCE).until(() -> !ours(seen).isEmpty());
    reading.cancel();
    assertThat(ours(seen)).extracting(LiveEvent::type).containsExactly("committed");
  }

  private void publishIn(String type, Uni<Void> end) {
    transactions
        .in(
            workspace,
            _ -> {
              events.publish(workspace, type, subject);
              return end;
            })
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(PATIENCE);
  }

  private List<LiveEvent> ours(List<LiveEvent> events) {
    return events.stream().filter(event -> event.workspaceId().equals(workspace)).toList();
  }
}
