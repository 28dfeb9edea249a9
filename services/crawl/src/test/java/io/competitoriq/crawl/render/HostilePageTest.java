package io.competitoriq.crawl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages that do not mean well, and browsers that die. After each of them the next page is fine.
class HostilePageTest {
  private static Browsing browsing;

  @BeforeAll
  static void open() {
    browsing = Browsing.with("page.megabytes", "400", "page.heap-megabytes", "256");
    browsing.site.html("/fine", "<p>still here</p>");
  }

  @AfterAll
  static void close() {
    if (browsing != null) {
      browsing.close();
    }
  }

  @AfterEach
  void nextPageIsFine() {
    assertThat(rendered("/fine").html()).contains("still here");
    assertThat(browsing.pool.openPages()).isZero();
  }

  @Test
  void documentThatNeverEndsIsGivenUp() {
    // Given
    browsing.site.serve(
        "/endless", request -> request.response().setChunked(true).write("<p>and then"));
    // Then
    assertThat(failure("/endless")).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void pictureThatNeverComesDoesNotKeepTheTextFromUs() {
    // Given
    browsing.site.html("/waiting", "<p>the text is here</p><img src=/never.png>");
    browsing.site.serve("/never.png", _ -> {});
    // When
    Rendered page = rendered("/waiting");
    // Then
    assertThat(page.html()).contains("the text is here");
    assertThat(page.settled()).isFalse();
  }

  @Test
  void tickingPageIsWrittenDownWhenItsTimeIsOver() {
    // Given
    browsing.site.html(
        "/ticker",
        "<p>prices</p><script>setInterval(() => document.body.append('tick '), 50)</script>");
    // Then
    assertThat(rendered("/ticker").settled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for(;;)alert(1) | DIALOGS",
        "for(;;)confirm('x') | DIALOGS",
        "for(;;); | TIMEOUT",
        "addEventListener('load', () => { for(;;); }) | TIMEOUT",
        "location.href = location.pathname + '?' + Math.random() | REDIRECTS",
      })
  void hostileScriptEndsInAReason(String script, Reason reason) {
    // Given
    browsing.site.html("/hostile", "<p>x</p><script>" + script + "</script>");
    // Then
    assertThat(failure("/hostile")).isEqualTo(reason);
  }

  @Test
  void memoryOfThePageIsBounded() {
    // With time enough to reach the bound: a page that is merely slow would prove nothing.
    try (Browsing patient = Browsing.with("timeout", "25s", "page.megabytes", "400")) {
      // Given
      patient.site.html(
          "/memory",
          "<p>x</p><script>const a=[]; for(;;) a.push(new Uint8Array(20e6).fill(1))</script>");
      // When
      RenderOutcome outcome = patient.render("/memory");
      // Then
      assertThat(((RenderOutcome.Failed) outcome).reason()).isEqualTo(Reason.MEMORY);
    }
  }

  @Test
  void heapOfScriptsIsBounded() {
    // With time enough, as above.
    try (Browsing patient = Browsing.with("timeout", "25s", "page.heap-megabytes", "128")) {
      // Given
      patient.site.html(
          "/heap", "<p>x</p><script>let a=[]; for(;;) a.push({a: a.length, b: [1, 2]})</script>");
      // When
      RenderOutcome outcome = patient.render("/heap");
      // Then
      assertThat(outcome).isInstanceOf(RenderOutcome.Failed.class);
      assertThat(((RenderOutcome.Failed) outcome).reason()).isIn(Reason.MEMORY, Reason.CRASHED);
    }
  }

  @Test
  void crashOfThePageIsNoCrashOfTheBrowser() {
    // Given
    Browser browser = browsing.pool.take();
    // When
    try {
      browsing.visits.show(URI.create("chrome://crash"), browser);
      throw new AssertionError("it should have crashed");
    } catch (RenderFailure failure) {
      // Then
      assertThat(failure.reason()).isEqualTo(Reason.CRASHED);
      assertThat(browser.tools().alive()).isTrue();
    } finally {
      browsing.pool.giveBack(browser);
    }
  }

  @Test
  void browserKilledDuringAPageIsReplaced() {
    // Given
    browsing.site.html("/slow", "<p>x</p><img src=/never2.png>");
    browsing.site.serve("/never2.png", _ -> {});
    var outcome = browsing.start("/slow").subscribeAsCompletionStage();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> browsing.site.requests().contains("GET /never2.png"));
    // When
    Browsing.processes().forEach(ProcessHandle::destroyForcibly);
    // Then
    assertThat(outcome.join())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.BROWSER_LOST));
  }

  @Test
  void renderingCalledOffClosesItsPage() {
    // Given
    browsing.site.html("/off", "<p>x</p><img src=/never3.png>");
    browsing.site.serve("/never3.png", _ -> {});
    var subscription = browsing.start("/off").subscribe().with(_ -> {});
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> browsing.site.requests().contains("GET /never3.png"));
    // When
    subscription.cancel();
    // Then
    await().atMost(Duration.ofSeconds(10)).until(() -> browsing.pool.openPages() == 0);
  }

  @Test
  void windowsOpenedByThePageAreClosed() {
    // Given
    browsing.site.html(
        "/popup", "<p>one window</p><script>for (let i=0;i<5;i++) window.open('/other')</script>");
    browsing.site.html("/other", "<script>setInterval(() => fetch('/beacon'), 50)</script>");
    // When
    Rendered page = rendered("/popup");
    // Then
    assertThat(page.finalUrl().getPath()).isEqualTo("/popup");
    assertThat(browsing.site.requests()).doesNotContain("GET /beacon");
  }

  @Test
  void downloadsAreNotTaken() {
    // Given
    browsing.site.serve(
        "/file.zip",
        request ->
            request
                .response()
                .putHeader("content-type", "application/zip")
                .putHeader("content-disposition", "attachment; filename=x.zip")
                .end("PK"));
    browsing.site.html(
        "/gift",
        "<a id=a href=/file.zip download>x</a><script>document.getElementById('a').click()</script>");
    // Then
    assertThat(failure("/file.zip")).isEqualTo(Reason.REFUSED);
    assertThat(rendered("/gift").finalUrl().getPath()).isEqualTo("/gift");
  }

  @Test
  void nothingAPageAsksForIsGranted() {
    // Given
    browsing.site.html(
        "/asks",
        """
        <p id=x></p><script>
          const say = s => document.getElementById("x").textContent += s + " ";
          if ("Notification" in window) Notification.requestPermission().then(p => say("notification-" + p));
          else say("notification-none");
          say("serviceworker-" + ("serviceWorker" in navigator));
        </script>""");
    // Then
    assertThat(rendered("/asks").html())
        .contains("notification-none")
        .contains("serviceworker-false");
  }

  @Test
  void filesOfTheMachineAreOutOfReach() {
    // Given
    browsing.site.html(
        "/files",
        """
        <p id=x></p><iframe src="file:///etc/hostname"></iframe><script>
          const say = s => document.getElementById("x").textContent += s + " ";
          fetch("file:///etc/passwd").then(r => r.text()).then(t => say("read " + t), () => say("refused"));
        </script>""");
    // Then
    assertThat(rendered("/files").html()).contains("refused").doesNotContain("root:");
  }

  @Test
  void requestsOfOnePageAreCounted() {
    // Given
    browsing.site.html(
        "/many", "<p>x</p><script>for (let i=0;i<2000;i++) fetch('/hit?' + i)</script>");
    // When
    rendered("/many");
    // Then
    List<String> hits = browsing.site.requests().stream().filter("GET /hit"::equals).toList();
    assertThat(hits).hasSizeLessThan(browsing.config.page().requests());
  }

  private static Reason failure(String path) {
    RenderOutcome outcome = browsing.render(path);
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).reason();
  }

  private static Rendered rendered(String path) {
    RenderOutcome outcome = browsing.render(path);
    assertThat(outcome).isInstanceOf(Rendered.class);
    return (Rendered) outcome;
  }
}
