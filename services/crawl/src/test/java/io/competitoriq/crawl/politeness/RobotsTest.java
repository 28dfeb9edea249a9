package io.competitoriq.crawl.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.egress.Egress;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// robots.txt over time, with a clock that can be put forward.
@QuarkusTest
@WithEmbeddedServers("crawl")
class RobotsTest {
  private static final String KEEP_OUT = "User-agent: *\nDisallow: /private\nCrawl-delay: 500\n";

  @Inject Egress egress;
  @Inject UserAgent userAgent;
  @Inject PolitenessConfig config;
  @Inject Vertx vertx;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private final AtomicInteger reads = new AtomicInteger();
  private volatile int status = 200;
  private volatile String text = KEEP_OUT;
  private volatile int hops = 0;
  private HttpServer server;
  private Robots robots;

  @BeforeEach
  void open() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  reads.incrementAndGet();
                  int hop = hop(request.path());
                  if (hop < hops) {
                    String next = "http://localhost:%d/hop/%d";
                    request
                        .response()
                        .setStatusCode(301)
                        .putHeader("location", next.formatted(server.actualPort(), hop + 1))
                        .end();
                  } else {
                    request.response().setStatusCode(status).end(text);
                  }
                });
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    robots = new Robots(egress, userAgent, config, clock, vertx);
  }

  @AfterEach
  void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void fileIsBelievedForADay() {
    // Given
    ask("/open");
    now.updateAndGet(at -> at.plus(Duration.ofHours(23)));
    ask("/private/x");
    assertThat(reads).hasValue(1);
    // When
    now.updateAndGet(at -> at.plus(Duration.ofHours(2)));
    text = "";
    // Then
    assertThat(ask("/private/x")).isEqualTo(new RobotsAnswer.Allowed(Optional.empty(), true));
    assertThat(reads).hasValue(2);
  }

  @Test
  void oldFileIsStillBelievedWhileTheSiteIsInTrouble() {
    // Given
    ask("/open");
    now.updateAndGet(at -> at.plus(Duration.ofDays(2)));
    // When
    status = 503;
    // Then
    assertThat(ask("/private/x")).isInstanceOf(RobotsAnswer.Disallowed.class);
  }

  @Test
  void lastGoodFileIsBelievedForAMonthAndNoLonger() {
    // Given
    ask("/open");
    status = 503;
    // When
    now.updateAndGet(at -> at.plus(Duration.ofDays(29)));
    assertThat(ask("/open")).isInstanceOf(RobotsAnswer.Allowed.class);
    now.updateAndGet(at -> at.plus(Duration.ofDays(2)));
    // Then
    assertThat(ask("/open")).isInstanceOf(RobotsAnswer.Unknown.class);
    status = 200;
    assertThat(ask("/open")).isInstanceOf(RobotsAnswer.Allowed.class);
  }

  @Test
  void fiveRedirectsAreFollowedToAnotherHostToo() {
    // Given
    hops = 5;
    // Then
    assertThat(ask("/private/x")).isInstanceOf(RobotsAnswer.Disallowed.class);
    assertThat(reads).hasValue(6);
  }

  @Test
  void sixthRedirectMeansThereIsNoFile() {
    // Given
    hops = 6;
    // Then
    assertThat(ask("/private/x")).isInstanceOf(RobotsAnswer.Allowed.class);
    assertThat(ask("/private/x")).isInstanceOf(RobotsAnswer.Allowed.class);
    assertThat(reads).hasValue(6);
  }

  @Test
  void largeFileIsReadAsFarAs500Kib() {
    // Given
    text = KEEP_OUT + "# and so on\n".repeat(200_000) + "User-agent: *\nDisallow: /open\n";
    // Then
    assertThat(ask("/private/x")).isInstanceOf(RobotsAnswer.Disallowed.class);
    assertThat(ask("/open")).isInstanceOf(RobotsAnswer.Allowed.class);
    assertThat(reads).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void siteThatCannotTellIsNotVisited(int trouble) {
    // Given
    status = trouble;
    // Then
    assertThat(ask("/open")).isInstanceOf(RobotsAnswer.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void siteWithoutTheFileAllowsEverything(int missing) {
    // Given
    status = missing;
    // Then
    assertThat(ask("/private/x")).isEqualTo(new RobotsAnswer.Allowed(Optional.empty(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Not a robots file</body></html>",
        "User-agent: *\nDisallow:\n",
        "User-agent: *\nAllow: /private/x\nDisallow: /private\n",
        "\ufeffUser-agent: OtherBot\nDisallow: /\n"
      })
  void fileThatDoesNotForbidThePageAllowsIt(String content) {
    // Given
    text = content;
    // Then
    assertThat(ask("/private/x")).isInstanceOf(RobotsAnswer.Allowed.class);
  }

  @Test
  void crawlDelayIsObeyedUpToOurLongest() {
    assertThat(ask("/open"))
        .isEqualTo(new RobotsAnswer.Allowed(Optional.of(Duration.ofSeconds(60)), true));
  }

  private static int hop(@Nullable String path) {
    return path != null && path.startsWith("/hop/") ? Integer.parseInt(path.substring(5)) : 0;
  }

  private RobotsAnswer ask(String path) {
    URI url = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return robots.ask(url).await().atMost(Duration.ofSeconds(10));
  }
}
