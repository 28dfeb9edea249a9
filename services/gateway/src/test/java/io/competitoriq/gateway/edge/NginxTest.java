package io.competitoriq.gateway.edge;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What `deploy/nginx` promises, shown by the real nginx before the real gateway.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Inject LiveEvents live;
  @TempDir static Path folder;
  private @Nullable Nginx running;
  private Installation installation = new Installation("", new UUID(0, 0));

  @AfterAll
  void stopNginx() {
    nginx().close();
  }

  @BeforeEach
  void setUp() {
    // The gateway's port is known to no method that runs before all.
    if (running == null) {
      running = Nginx.start(folder, "server 127.0.0.1:" + RestAssured.port + ";");
    }
    installation = Installation.fresh();
  }

  @Test
  void hashedFilesAreKeptForEverAndThePageIsAskedForAnew() {
    HttpResponse<String> file = get("/assets/app-1a2b3c.js");
    HttpResponse<String> page = get("/competitors");

    assertThat(file.headers().firstValue("cache-control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
    assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(page.headers().firstValue("strict-transport-security")).isPresent();
    assertThat(page.headers().firstValue("server")).contains("nginx");
  }

  @Test
  void answersOfTheApiAreCompressedAndTheirVersionStaysKnown() {
    HttpResponse<String> answer =
        send(
            signedIn("/api/v1/competitors/echo")
                .header("Accept-Encoding", "gzip")
                .header("X-CIQ-CSRF", "1")
                .POST(BodyPublishers.ofString("x".repeat(4000))));

    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(answer.headers().allValues("vary")).anyMatch(v -> v.contains("Accept-Encoding"));
    assertThat(answer.headers().firstValue("etag")).contains("W/\"7\"");
  }

  @Test
  void onlyOurOwnProxyIsBelievedWhomItForwards() throws Exception {
    // 127.0.0.1 is named in site/trusted-proxies.conf, 127.0.0.2 is somebody out there.
    signInWrongly("127.0.0.1", "198.51.100.7");
    assertThat(lastAddress()).isEqualTo("198.51.100.7");

    signInWrongly("127.0.0.2", "198.51.100.8");
    assertThat(lastAddress()).isEqualTo("127.0.0.2");

    signInWrongly("127.0.0.1", "203.0.113.1, 198.51.100.9");
    assertThat(lastAddress()).isEqualTo("198.51.100.9");
  }

  @Test
  void anEventFlowsThroughWhileTheStreamIsOpen() {
    // Given
    List<String> lines = new CopyOnWriteArrayList<>();
    try (var browser = client("127.0.0.1")) {
      var open =
          browser
              .sendAsync(signedIn("/api/v1/events").build(), BodyHandlers.ofLines())
              .thenAcceptAsync(response -> response.body().forEach(lines::add));
      await().atMost(10, SECONDS).until(() -> lines.contains(": heartbeat"));
      UUID subject = UUID.randomUUID();

      // When
      live.publish(installation.workspaceId(), "signal.created", subject);

      // Then
      await().atMost(5, SECONDS).until(() -> String.join("", lines).contains(subject.toString()));
      assertThat(open).isNotDone();
      browser.shutdownNow();
    }
  }

  @Test
  void aBodyOverTheGatewaysCapIsRefusedInTheApisForm() {
    HttpResponse<String> refused =
        send(
            signedIn("/api/v1/competitors/echo")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofByteArray(new byte[1_048_577])));

    requireProblem(refused, 413, "body-too-large");
  }

  @Test
  void anAddressThatCannotBeReadOrIsTooLongIsRefusedInTheApisForm() {
    var unreadable = to("/assets/%2e%2e/..").version(HttpClient.Version.HTTP_1_1);
    var endless = to("/" + "x".repeat(9_000)).version(HttpClient.Version.HTTP_1_1);

    requireProblem(send(unreadable), 400, "bad-request");
    requireProblem(send(to("/assets/%2e%2e/..")), 400, "bad-request");
    requireProblem(send(endless), 414, "address-too-long");
  }

  @Test
  void aFloodFromOneAddressIsStopped() {
    try (var flood = client("127.0.0.3")) {
      HttpResponse<String> last = get(flood, "/assets/none.js");
      for (int i = 0; i < 500 && last.statusCode() != 429; i++) {
        last = get(flood, "/assets/none.js");
      }

      requireProblem(last, 429, "too-many-requests");
      assertThat(last.headers().firstValue("retry-after")).contains("1");
      assertThat(get("/assets/app-1a2b3c.js").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theLogNamesClientAndTraceButNoSecretAddress() throws Exception {
    String token = "s".repeat(43);
    send(to("/api/v1/rss/" + token).header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
    HttpResponse<String> unknown = get("/api/v1/nowhere");
    String traceId = new JsonObject(unknown.body()).getString("traceId");

    await().atMost(5, SECONDS).until(() -> nginx().accessLog().contains("/api/v1/nowhere"));
    List<JsonObject> lines = nginx().accessLog().lines().map(JsonObject::new).toList();
    assertThat(nginx().accessLog()).doesNotContain(token);
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.getString("path")).isEqualTo("/api/v1/rss/*");
              assertThat(line.getString("traceId")).isEqualTo(TRACE);
              assertThat(line.getString("client")).isEqualTo("127.0.0.1");
            })
        .anySatisfy(
            line -> {
              assertThat(line.getString("path")).isEqualTo("/api/v1/nowhere");
              assertThat(line.getString("traceId")).isEqualTo(traceId);
            });
  }

  @Test
  void plainHttpIsSentToHttpsAndProofsForCertificatesAreServed() throws Exception {
    Files.writeString(folder.resolve("acme/.well-known/acme-challenge/proof"), "proven");
    String plain = "http://127.0.0.1:" + nginx().http();

    HttpResponse<String> page =
        send(HttpRequest.newBuilder(URI.create(plain + "/competitors?q=a")));
    HttpResponse<String> proof =
        send(HttpRequest.newBuilder(URI.create(plain + "/.well-known/acme-challenge/proof")));

    assertThat(page.statusCode()).isEqualTo(308);
    assertThat(page.headers().firstValue("location")).contains("https://127.0.0.1/competitors?q=a");
    assertThat(proof.body()).isEqualTo("proven");
  }

  @Test
  void nginxFindsNothingWrongWithTheConfiguration() throws Exception {
    assertThat(Nginx.accepts(folder)).isTrue();
    assertThat(Files.readString(folder.resolve("said.log"))).doesNotContain("[warn]");
  }

  static void requireProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    var problem = new JsonObject(answer.body());
    assertThat(problem.getString("type")).isEqualTo("urn:ciq:problem:" + type);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
  }

  private void signInWrongly(String from, String forwardedFor) {
    try (var client = client(from)) {
      var request =
          to("/api/v1/session")
              .header("X-CIQ-CSRF", "1")
              .header("Content-Type", "application/json")
              .header("X-Forwarded-For", forwardedFor)
              .header("X-Real-IP", "192.0.2.1")
              .header("Forwarded", "for=192.0.2.2")
              .POST(
                  BodyPublishers.ofString(
                      "{\"email\":\"a@b.example\",\"password\":\"wrong wrong wrong\"}"))
              .build();
      assertThat(send(client, request).statusCode()).isEqualTo(401);
    }
  }

  private static String lastAddress() {
    return (String)
        TestDatabase.queryOne(
            "select address from gateway.audit_entry order by created_at desc, id desc limit 1");
  }

  private HttpResponse<String> get(String path) {
    return send(to(path));
  }

  private HttpResponse<String> get(HttpClient client, String path) {
    return send(client, to(path).build());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try (var client = client("127.0.0.1")) {
      return send(client, request.build());
    }
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (Exception failed) {
      throw new IllegalStateException(request + ": " + failed, failed);
    }
  }

  private HttpRequest.Builder signedIn(String path) {
    return to(path).header("Cookie", "ciq_session=" + installation.cookie());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + nginx().https() + path));
  }

  private Nginx nginx() {
    return requireNonNull(running);
  }

  private HttpClient client(String from) {
    return HttpClient.newBuilder()
        .sslContext(nginx().certificate().trust())
        .localAddress(InetAddress.ofLiteral(from))
        .build();
  }
}
