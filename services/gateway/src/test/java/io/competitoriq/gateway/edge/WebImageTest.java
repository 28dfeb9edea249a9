package io.competitoriq.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the web image answers itself, what it leaves to the gateway, and that it says nothing
/// twice.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebImageTest {

  @TempDir static Path folder;
  private @Nullable WebImage running;

  @BeforeEach
  void setUp() throws IOException {
    if (running == null) {
      running = WebImage.start(folder, "127.0.0.1:" + RestAssured.port);
    }
  }

  @AfterAll
  void stop() {
    requireNonNull(running).close();
  }

  @Test
  void hashedFilesComeFromTheImageAndAreKeptForEver() throws Exception {
    HttpResponse<byte[]> file = get("/assets/only-here-9f8e7d.js", "gzip");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(only(file, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(only(file, "content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(only(file, "content-encoding")).isEqualTo("gzip");
    assertThat(only(file, "vary")).isEqualTo("Accept-Encoding");
    assertThat(only(file, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(only(file, "content-security-policy"))
        .isEqualTo("default-src 'self'; frame-ancestors 'none'");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(file.body()))) {
      assertThat(new String(unpacked.readAllBytes(), UTF_8)).isEqualTo(WebImage.FILE);
    }
  }

  @Test
  void aClientThatCannotUnpackGetsThePlainFile() throws Exception {
    HttpResponse<byte[]> file = get("/assets/only-here-9f8e7d.js", "identity");

    assertThat(file.headers().firstValue("content-encoding")).isEmpty();
    assertThat(new String(file.body(), UTF_8)).isEqualTo(WebImage.FILE);
  }

  @Test
  void aFileOfAnotherReleaseIsTheGatewaysToGive() throws Exception {
    HttpResponse<byte[]> file = get("/assets/app-1a2b3c.js", "identity");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(only(file, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(only(file, "x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void aFileOfNoReleaseIsNeitherKeptNorThePage() throws Exception {
    HttpResponse<byte[]> none = get("/assets/gone-000000.js", "identity");

    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(only(none, "content-type")).startsWith("application/problem+json");
    assertThat(none.headers().allValues("cache-control")).noneMatch(v -> v.contains("immutable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/competitors", "/signals/42"})
  void everyAddressOfAScreenIsThePageWithANonceOfItsOwn(String address) throws Exception {
    HttpResponse<byte[]> one = get(address, "identity");
    HttpResponse<byte[]> two = get(address, "identity");

    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(only(one, "cache-control")).isEqualTo("no-cache");
    assertThat(only(one, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(only(one, "content-security-policy")).contains("'nonce-");
    assertThat(only(one, "content-security-policy"))
        .isNotEqualTo(only(two, "content-security-policy"));
  }

  @Test
  void anAddressOfTheApiIsNeverThePage() throws Exception {
    HttpResponse<byte[]> unknown = get("/api/v1/nowhere", "identity");

    assertThat(only(unknown, "content-type")).startsWith("application/problem+json");
    assertThat(unknown.statusCode()).isGreaterThanOrEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../nginx.conf",
        "/assets/%2e%2e/%2e%2e/nginx/nginx.conf",
        "/assets/..%2f..%2fnginx/nginx.conf",
        "/nginx/nginx.conf",
        "/nginx.conf"
      })
  void nothingBesideTheFilesIsServed(String address) throws Exception {
    assertThat(new String(get(address, "identity").body(), UTF_8))
        .doesNotContain("worker_processes");
  }

  /// An address that climbs out of everything is one that nginx cannot read.
  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/%2e%2e/..", "/assets/%2e%2e/%2e%2e/nginx/nginx.conf", "/..", "/%00"})
  void anAddressThatCannotBeReadIsTheClientsFault(String address) throws Exception {
    HttpResponse<byte[]> refused = get(address, "identity");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(only(refused, "content-type")).isEqualTo("application/problem+json");
    assertThat(new JsonObject(new String(refused.body(), UTF_8)).getString("type"))
        .isEqualTo("urn:ciq:problem:bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nginx/problem/400", "/nginx/problem/414"})
  void whatRefusalsAreMadeOfIsNoAddress(String address) throws Exception {
    assertThat(get(address, "identity").statusCode()).isEqualTo(404);
  }

  @Test
  void whoEndsTlsInFrontIsBelievedThatItDid() throws Exception {
    // Secure cookies are what the gateway makes of https.
    HttpResponse<byte[]> behindTls =
        signIn(List.of("X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https"));
    HttpResponse<byte[]> stranger = signIn(List.of("X-Forwarded-Proto", "https"));

    assertThat(only(behindTls, "set-cookie")).contains("; Secure");
    assertThat(only(stranger, "set-cookie")).doesNotContain("; Secure");
  }

  @Test
  void itTellsThatItIsUpWithoutAskingAGateway() throws Exception {
    assertThat(get("/nginx/alive", "identity").statusCode()).isEqualTo(204);
  }

  @Test
  void itLogsToItsOutputAndHasNothingToComplainOf() throws Exception {
    get("/competitors?q=secret", "identity");

    await().atMost(5, SECONDS).until(() -> said().contains("\"path\":\"/competitors\""));
    assertThat(said()).doesNotContain("[warn]").doesNotContain("[emerg]").doesNotContain("secret");
  }

  private String said() throws IOException {
    return requireNonNull(running).said();
  }

  private HttpResponse<byte[]> signIn(List<String> headers) throws Exception {
    Installation.fresh();
    var person = new JsonObject().put("email", Installation.EMAIL);
    return send(
        to("/api/v1/session")
            .header("X-CIQ-CSRF", "1")
            .header("Content-Type", "application/json")
            .headers(headers.toArray(String[]::new))
            .POST(BodyPublishers.ofString(person.put("password", Installation.PASSWORD).encode())));
  }

  private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
    return send(to(path).header("Accept-Encoding", encoding));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + requireNonNull(running).port() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  /// The value of a header that is there once.
  private static String only(HttpResponse<?> answer, String header) {
    assertThat(answer.headers().allValues(header)).as(header).hasSize(1);
    return answer.headers().firstValue(header).orElseThrow();
  }
}
