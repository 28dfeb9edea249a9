package io.competitoriq.crawl.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.egress.Egress;
import io.competitoriq.jobs.hosts.Hosts;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A host is left alone between two requests, not only between two starts of jobs.
@QuarkusTest
@WithEmbeddedServers("crawl")
class PauseTest {
  /// `ciq.jobs.queues.crawl-jobs.host-delay`
  private static final Duration DELAY = Duration.ofSeconds(1);

  @Inject Egress egress;
  @Inject UserAgent userAgent;
  @Inject PolitenessConfig tests;
  @Inject Hosts hosts;
  @Inject Vertx vertx;

  private final String host =
      "p" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36) + ".localhost";
  private volatile String robots = "";
  private volatile Instant robotsRead = Instant.MAX;
  private HttpServer server;
  private Politeness politeness;

  @BeforeEach
  void open() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  robotsRead = Instant.now();
                  request.response().end(robots);
                });
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    politeness =
        new Politeness(
            new Robots(egress, userAgent, tests, Clock.systemUTC(), vertx),
            hosts,
            new AsInProduction(tests));
  }

  @AfterEach
  void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void pageWaitsAfterRobotsTxt() {
    // When
    Optional<Collected> objection = objection();
    Instant page = Instant.now();
    // Then
    assertThat(objection).isEmpty();
    assertThat(Duration.between(robotsRead, page)).isGreaterThanOrEqualTo(DELAY);
  }

  @Test
  void longPauseIsNotWaitedForWithASlot() {
    // Given
    robots = "User-agent: *\nCrawl-delay: 20\n";
    // When
    Optional<Collected> objection = objection();
    // Then
    assertThat(objection)
        .hasValueSatisfying(
            collected ->
                assertThat(collected)
                    .isInstanceOfSatisfying(
                        Collected.Unfinished.class,
                        later -> assertThat(later.delay()).isEqualTo(Duration.ofSeconds(20))));
    assertThat(objection()).isEmpty();
  }

  @Test
  void nextVisitStartsTheDelayAfterTheEndOfThisOne() {
    // Given
    Instant end = Instant.now();
    // When
    politeness.left(url(), Duration.ZERO).await().atMost(Duration.ofSeconds(10));
    // Then
    assertThat(freeAt()).isAfterOrEqualTo(end.plus(DELAY));
  }

  @Test
  void delayOfRobotsTxtCountsFromTheEndToo() {
    // Given
    robots = "User-agent: *\nCrawl-delay: 20\n";
    objection();
    Instant end = Instant.now();
    // When
    politeness.left(url(), Duration.ZERO).await().atMost(Duration.ofSeconds(10));
    // Then
    assertThat(freeAt()).isAfterOrEqualTo(end.plusSeconds(20));
  }

  @Test
  void slowSiteIsLeftAloneForAsLongAsItTook() {
    // Given
    Instant end = Instant.now();
    // When
    politeness.left(url(), Duration.ofSeconds(7)).await().atMost(Duration.ofSeconds(10));
    // Then
    assertThat(freeAt()).isAfterOrEqualTo(end.plusSeconds(7));
  }

  @Test
  void noSiteIsLeftAloneForLongerThanTheLongestDelay() {
    // When
    politeness.left(url(), Duration.ofHours(1)).await().atMost(Duration.ofSeconds(10));
    // Then
    assertThat(freeAt()).isBefore(Instant.now().plusSeconds(2).plus(tests.longestDelay()));
  }

  private Optional<Collected> objection() {
    return politeness.objection(url(), Instant.now()).await().atMost(Duration.ofSeconds(10));
  }

  private URI url() {
    return URI.create("http://" + host + ":" + server.actualPort() + "/pricing");
  }

  private Instant freeAt() {
    return Instant.ofEpochMilli(
        TestDatabase.queryLong(
            "select cast(extract(epoch from next_at) * 1000 as bigint) + 1 from jobs.host_state where host = '%s'"
                .formatted(host)));
  }

  /// Tests do not wait after robots.txt; here it is the point.
  private record AsInProduction(PolitenessConfig tests) implements PolitenessConfig {
    @Override
    public Duration robotsAge() {
      return tests.robotsAge();
    }

    @Override
    public Duration robotsInTrouble() {
      return tests.robotsInTrouble();
    }

    @Override
    public int robotsRemembered() {
      return tests.robotsRemembered();
    }

    @Override
    public Duration robotsTimeout() {
      return tests.robotsTimeout();
    }

    @Override
    public Duration longestDelay() {
      return tests.longestDelay();
    }

    @Override
    public boolean pauseAfterRobots() {
      return true;
    }
  }
}
