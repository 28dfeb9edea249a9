package io.competitoriq.gateway.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.jobs.live.LiveEvent;
import io.competitoriq.jobs.live.LiveEventReader;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each gateway reads the one stream in Redis: where a browser listens makes no difference.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class SeveralGatewaysTest {

  private static final UUID WORKSPACE = UUID.randomUUID();

  @Inject LiveEvents live;
  @Inject LiveEventReader reader;
  @Inject LiveConfig config;
  @Inject Vertx vertx;

  private LiveHub first;
  private LiveHub second;

  @BeforeEach
  void startTwo() {
    first = new LiveHub(reader, vertx, config);
    second = new LiveHub(reader, vertx, config);
    first.start(new StartupEvent());
    second.start(new StartupEvent());
  }

  @AfterEach
  void stopBoth() {
    first.stop(new ShutdownEvent());
    second.stop(new ShutdownEvent());
  }

  @Test
  void anEventReachesTheStreamsOfEveryGateway() {
    var here = new Heard();
    var there = new Heard();
    first.listen(WORKSPACE, Optional.empty(), here);
    second.listen(WORKSPACE, Optional.empty(), there);
    UUID subject = UUID.randomUUID();

    live.publish(WORKSPACE, "signal.created", subject);

    await().atMost(10, SECONDS).until(() -> here.has(subject) && there.has(subject));
  }

  @Test
  void aBrowserGoesOnAtAnotherGatewayWhereItWas() {
    // Given
    var before = new Heard();
    first.listen(WORKSPACE, Optional.empty(), before);
    UUID heard = UUID.randomUUID();
    live.publish(WORKSPACE, "signal.created", heard);
    await().atMost(10, SECONDS).until(() -> before.has(heard));
    first.leave(WORKSPACE, before);
    UUID missed = UUID.randomUUID();
    live.publish(WORKSPACE, "signal.updated", missed);

    // When
    var after = new Heard();
    second.listen(WORKSPACE, before.last(), after);

    // Then
    await().atMost(10, SECONDS).until(() -> after.has(missed));
    assertThat(after.events).extracting(LiveEvent::subjectId).containsExactly(missed);
  }

  @Test
  void whatABrowserHasHeardIsNotToldAgainByAGatewayThatIsBehind() {
    // Given: a gateway that has just started and has read nothing yet.
    var before = new Heard();
    first.listen(WORKSPACE, Optional.empty(), before);
    UUID heard = UUID.randomUUID();
    live.publish(WORKSPACE, "signal.created", heard);
    await().atMost(10, SECONDS).until(() -> before.has(heard));
    var third = new LiveHub(reader, vertx, config);
    var after = new Heard();
    third.listen(WORKSPACE, before.last(), after);

    // When
    third.start(new StartupEvent());
    UUID next = UUID.randomUUID();
    live.publish(WORKSPACE, "signal.updated", next);

    // Then
    await().atMost(10, SECONDS).until(() -> after.has(next));
    third.stop(new ShutdownEvent());
    assertThat(after.events).extracting(LiveEvent::subjectId).containsExactly(next);
  }

  private static final class Heard implements LiveHub.Listener {
    private final List<LiveEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void begin(Position at) {}

    @Override
    public void accept(LiveEvent event) {
      events.add(event);
    }

    @Override
    public void missed() {
      throw new AssertionError("nothing was missed");
    }

    boolean has(UUID subject) {
      return events.stream().anyMatch(event -> event.subjectId().equals(subject));
    }

    Optional<Position> last() {
      return Position.parse(events.getLast().id());
    }
  }
}
