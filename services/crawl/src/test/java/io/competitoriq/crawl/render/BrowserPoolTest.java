package io.competitoriq.crawl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Never more browsers and pages than configured, and no browser for ever.
class BrowserPoolTest {

  @Test
  void twentyPagesAtABoundOfTwoAreAllShownTwoAtATime() {
    try (Browsing browsing = Browsing.with("wait-for-page", "30s", "page.screenshots", "false")) {
      // Given
      AtomicInteger open = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      browsing.site.serve("/page", request -> slowly(browsing, request, open, most));
      // When
      List<CompletableFuture<RenderOutcome>> all =
          IntStream.range(0, 20)
              .mapToObj(_ -> browsing.start("/page").subscribeAsCompletionStage())
              .toList();
      // Then
      assertThat(all)
          .allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(Rendered.class));
      assertThat(most.get()).isEqualTo(2);
      assertThat(browsing.pool.openBrowsers()).isOne();
      assertThat(browsing.pool.openPages()).isZero();
    }
  }

  private static void slowly(
      Browsing browsing, HttpServerRequest request, AtomicInteger open, AtomicInteger most) {
    most.accumulateAndGet(open.incrementAndGet(), Math::max);
    browsing.vertx.setTimer(
        150,
        _ -> {
          open.decrementAndGet();
          request.response().putHeader("content-type", "text/html").end("<p>slow page</p>");
        });
  }

  @Test
  void closedPoolHasLeftNeitherProcessNorProfile() {
    Path profile;
    List<ProcessHandle> before = Browsing.processes().toList();
    List<ProcessHandle> ours;
    try (Browsing browsing = Browsing.with()) {
      // Given
      browsing.site.html("/page", "<p>a page</p>");
      browsing.render("/page");
      ours = Browsing.processes().filter(process -> !before.contains(process)).toList();
      profile = profile(ours);
      assertThat(profile).exists();
      // When
    }
    // Then
    assertThat(profile).doesNotExist();
    // Killed they are; the system says so once it has reaped them.
    await().until(() -> ours.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Path profile(List<ProcessHandle> processes) {
    return processes.stream()
        .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
        .filter(argument -> argument.startsWith("--user-data-dir="))
        .map(argument -> Path.of(argument.substring("--user-data-dir=".length())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoWaitsTooLongForAPageIsToldToComeBack() {
    try (Browsing browsing =
        Browsing.with(
            "pages-per-browser", "1", "wait-for-page", "5s", "timeout", "30s", "settle", "30s")) {
      // Given
      browsing.site.html("/long", "<p>x</p><img src=/never.png>");
      browsing.site.serve("/never.png", _ -> {});
      Cancellable first = browsing.start("/long").subscribe().with(_ -> {});
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> browsing.site.requests().contains("GET /never.png"));
      // When
      RenderOutcome second = browsing.render("/long");
      // Then
      assertThat(second)
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.BUSY));
      first.cancel();
    }
  }

  @Test
  void browserIsReplacedAfterItsPages() {
    try (Browsing browsing = Browsing.with("recycle.pages", "2", "page.screenshots", "false")) {
      // Given
      browsing.site.html("/x", "<p>x</p>");
      // When
      IntStream.range(0, 5).forEach(_ -> browsing.render("/x"));
      // Then
      assertThat(browsing.meters.get("ciq_render_recycled").tag("why", "PAGES").counter().count())
          .isEqualTo(2);
    }
  }

  @Test
  void idleBrowserIsStoppedAndLeavesNothingBehind() {
    List<ProcessHandle> others = Browsing.processes().toList();
    try (Browsing browsing = Browsing.with("recycle.idle", "500ms")) {
      // Given
      browsing.site.html("/x", "<p>x</p>");
      browsing.render("/x");
      assertThat(browsing.pool.openBrowsers()).isOne();
      // Then
      await().atMost(Duration.ofSeconds(20)).until(() -> browsing.pool.openBrowsers() == 0);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Browsing.processes()
                      .filter(process -> !others.contains(process))
                      .noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void browserThatGrewTooLargeIsReplaced() {
    try (Browsing browsing = Browsing.with("recycle.megabytes", "1")) {
      // Given
      browsing.site.html("/x", "<p>x</p>");
      browsing.render("/x");
      // Then
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  browsing.meters.get("ciq_render_recycled").tag("why", "MEMORY").counter().count()
                      >= 1);
    }
  }
}
