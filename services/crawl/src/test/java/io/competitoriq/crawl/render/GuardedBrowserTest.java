package io.competitoriq.crawl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever a page tries, the browser gets nowhere the egress guard would not go.
class GuardedBrowserTest {
  private static Browsing browsing;
  private static LocalSite secret;

  @BeforeAll
  static void open() {
    browsing = Browsing.with("proxy.max-bytes", "2000000");
    secret = new LocalSite(browsing.vertx, "127.0.0.1");
    secret.html("/", "<p>the secret</p>");
  }

  @AfterAll
  static void close() {
    if (browsing != null) {
      browsing.close();
    }
  }

  @Test
  void pageReachesNeitherMetadataNorAnotherLocalServer() throws IOException {
    // Given
    try (DatagramSocket stun = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      browsing.site.redirect("/hop", secret.url("/by-redirect").toString());
      browsing.site.html("/attack", attack(stun.getLocalPort()));
      // When
      Rendered page = (Rendered) browsing.render("/attack");
      // Then
      assertThat(secret.requests()).isEmpty();
      assertThat(page.html()).contains("tries=6 answers=0").doesNotContain("the secret");
      assertNothingCameTo(stun);
      assertThat(
              browsing
                  .meters
                  .get("ciq_egress_blocked")
                  .tag("reason", "BLOCKED_ADDRESS")
                  .counter()
                  .count())
          .isGreaterThanOrEqualTo(8);
    }
  }

  private static String attack(int stunPort) {
    return """
        <p id=x></p>
        <iframe src="http://SECRET/by-frame"></iframe>
        <img src="http://SECRET/by-image">
        <link rel=stylesheet href="http://localhost:PORT/by-name">
        <link rel=prefetch href="http://SECRET/by-prefetch">
        <form id=f action="http://SECRET/by-form" method=post target=frame></form><iframe name=frame></iframe>
        <script>
          let tries = 0, answers = 0;
          const say = () => document.getElementById("x").textContent = "tries=" + tries + " answers=" + answers;
          const got = () => { answers++; say(); };
          const t = url => { tries++; say(); fetch(url).then(got, () => {}); };
          t("http://169.254.169.254/latest/meta-data/");
          t("http://SECRET/by-fetch");
          t("http://[::1]:PORT/by-v6");
          t("https://SECRET/by-tls");
          t("/hop");
          tries++; say(); const ws = new WebSocket("ws://SECRET/by-socket"); ws.onopen = got;
          navigator.sendBeacon("http://SECRET/by-beacon", "x");
          document.getElementById("f").submit();
          new Worker(URL.createObjectURL(new Blob(["fetch('http://SECRET/by-worker', {mode: 'no-cors'})"])));
          const rtc = new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:STUN"}]});
          rtc.createDataChannel("x"); rtc.createOffer().then(o => rtc.setLocalDescription(o));
        </script>"""
        .replace("SECRET", secret.host())
        .replace("PORT", Integer.toString(secret.port()))
        .replace("STUN", Integer.toString(stunPort));
  }

  private static void assertNothingCameTo(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(100);
    try {
      socket.receive(new DatagramPacket(new byte[2000], 2000));
      throw new AssertionError("the page sent a datagram past the proxy");
    } catch (SocketTimeoutException e) {
      assertThat(e).isNotNull();
    }
  }

  @Test
  void pageThatLeadsToALocalServerIsRefused() {
    // Given
    browsing.site.redirect("/away", secret.url("/").toString());
    browsing.site.html("/away-by-script", "<script>location='" + secret.url("/") + "'</script>");
    // Then
    assertThat(reason(browsing.render("/away"))).isEqualTo(Reason.REFUSED);
    assertThat(reason(browsing.render("/away-by-script"))).isEqualTo(Reason.REFUSED);
    assertThat(secret.requests()).isEmpty();
  }

  @Test
  void proxyServesNobodyWithoutThePassOfAnOpenPage() throws Exception {
    // Given
    browsing.site.html("/through", "<p>through</p>");
    ProxyPass pass = browsing.proxy.admit();
    String valid = pass.credentials();
    // Then
    assertThat(throughProxy("Basic bm9ib2R5Om5vdGhpbmc=")).isEqualTo(407);
    assertThat(throughProxy(valid)).isEqualTo(200);
    pass.close();
    assertThat(throughProxy(valid)).isEqualTo(407);
  }

  private static int throughProxy(String credentials) throws Exception {
    String[] address = browsing.proxy.address().split(":");
    try (HttpClient client =
        HttpClient.newBuilder()
            .proxy(
                ProxySelector.of(new InetSocketAddress(address[0], Integer.parseInt(address[1]))))
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(browsing.site.url("/through"))
              .header("Proxy-Authorization", credentials)
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void onePageMovesOnlySoManyBytes() {
    // Given
    browsing.site.html(
        "/hungry",
        "<p id=x>wait</p><script>fetch('/huge').then(r => r.text()).then(t => document.getElementById('x').textContent = 'got ' + t.length, () => document.getElementById('x').textContent = 'cut')</script>");
    browsing.site.serve("/huge", request -> request.response().end("x".repeat(5_000_000)));
    // Then
    assertThat(((Rendered) browsing.render("/hungry")).html()).contains(">cut<");
  }

  @Test
  void browserInheritsNothingOfOurEnvironment() {
    // Given
    browsing.site.html("/env", "<p>env</p>");
    browsing.render("/env");
    // Then
    List<String> environments = Browsing.processes().flatMap(this::environment).toList();
    assertThat(environments).isNotEmpty();
    assertThat(environments)
        .noneMatch(variables -> variables.contains("JAVA_HOME") || variables.contains("CIQ_"));
  }

  /// None for a process that has ended meanwhile: a browser starts and ends helpers as it likes.
  private Stream<String> environment(ProcessHandle process) {
    try {
      return Stream.of(Files.readString(Path.of("/proc/" + process.pid() + "/environ")));
    } catch (IOException ended) {
      return Stream.empty();
    }
  }

  @Test
  void addressesBrowsersAllowAndJavaDoesNotArePassedOn() {
    // Given
    browsing.site.html(
        "/odd",
        "<p id=x>wait</p><script>fetch('/query?a=1|2&b={x}&d=[1]').then(r => document.getElementById('x').textContent = 'status ' + r.status)</script>");
    browsing.site.serve("/query", request -> request.response().end("ok"));
    // Then
    assertThat(((Rendered) browsing.render("/odd")).html()).contains("status 200");
  }

  private static Reason reason(RenderOutcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).reason();
  }

  @Test
  void hostThatDoesNotExistIsUnreachable() {
    assertThat(reason(browsing.render(URI.create("http://nowhere.invalid/"))))
        .isEqualTo(Reason.NETWORK);
  }
}
