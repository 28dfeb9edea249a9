package io.competitoriq.crawl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.NotAvailable;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A browser that somebody else started: a plain Chromium that knows nothing of our proxy and is
/// reached by its DevTools address.
class RemoteBrowserTest {
  @TempDir private static Path profile;

  private static Process chromium;
  private static String endpoint;
  private static Browsing browsing;
  private static LocalSite secret;

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> executable =
        BrowserFinder.find(Optional.empty(), String.valueOf(System.getenv("PATH")));
    assumeTrue(executable.isPresent(), "skipped: no Chromium is installed here");
    chromium =
        new ProcessBuilder(
                executable.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    endpoint = endpoint();
    browsing = browsing(endpoint);
    secret = new LocalSite(browsing.vertx, "127.0.0.1");
    secret.html("/", "<p>the secret</p>");
  }

  /// Chromium writes its port and the path of its DevTools into its profile.
  private static String endpoint() {
    Path file = profile.resolve("DevToolsActivePort");
    List<String> lines =
        await()
            .atMost(Duration.ofSeconds(30))
            .ignoreExceptions()
            .until(() -> Files.readAllLines(file), found -> found.size() == 2);
    return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
  }

  private static Browsing browsing(String endpoint) throws IOException {
    String port = String.valueOf(freePort());
    return Browsing.with(
        "endpoint", endpoint, "proxy.port", port, "proxy.address", "127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void close() throws InterruptedException {
    if (browsing != null) {
      browsing.close();
    }
    if (chromium != null) {
      chromium.descendants().forEach(ProcessHandle::destroyForcibly);
      chromium.destroyForcibly().waitFor();
    }
  }

  @Test
  void pageIsReadAsItsScriptsLeftIt() {
    // Given
    browsing.site.html(
        "/app",
        "<p id=x></p><script>document.getElementById('x').textContent = 'Team 29'</script>");
    // When
    Rendered page = (Rendered) browsing.render("/app");
    // Then
    assertThat(page.html()).contains("Team 29");
    assertThat(page.screenshot()).isPresent();
  }

  @Test
  void itsTrafficPassesOurGuardToo() {
    // Given
    browsing.site.html("/attack", "<p>text</p><img src='%s'>".formatted(secret.url("/")));
    // When
    browsing.render("/attack");
    // Then
    assertThat(secret.requests()).isEmpty();
    assertThat(
            browsing
                .meters
                .get("ciq_egress_blocked")
                .tag("reason", "BLOCKED_ADDRESS")
                .counter()
                .count())
        .isPositive();
  }

  @Test
  void endpointThatDoesNotAnswerIsSaidWithoutItsAddress() throws IOException {
    // Given
    int nobody = freePort();
    try (Browsing lonely = browsing("ws://127.0.0.1:" + nobody + "/devtools?token=hush")) {
      // When
      RenderOutcome outcome = lonely.render("/app");
      // Then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.reason()).isEqualTo(Reason.LAUNCH);
                assertThat(failed.detail()).doesNotContain("hush").doesNotContain("" + nobody);
              });
    }
  }

  @Test
  void endpointWithoutAWayThroughOurGuardIsNotUsed() {
    // Given
    try (Browsing unguarded = Browsing.with("endpoint", endpoint)) {
      // When
      RenderOutcome outcome = unguarded.render("/app");
      // Then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              NotAvailable.class,
              none -> assertThat(none.fix()).contains("ciq.crawl.render.proxy.address"));
    }
  }
}
