package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way into the inner network that we know of, asked for directly and by redirect, through
/// the guard as it is: `ssrf.csv` has the addresses and what a name server says about their hosts.
class SsrfTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Vertx VERTX = Vertx.vertx();
  private static final AtomicInteger PAYLOADS = new AtomicInteger();
  private static final AtomicInteger THROUGH = new AtomicInteger();
  private static LocalDns dns;
  private static Canary canary;
  private static AllowedSite site;
  private static Egress egress;

  @BeforeAll
  static void open() throws IOException {
    dns = new LocalDns();
    canary = new Canary();
    site = new AllowedSite(VERTX);
    egress = egress(new Settings(List.of(AllowedSite.ADDRESS + "/32"), List.of()), dns.names());
  }

  @AfterAll
  static void close() throws IOException {
    System.out.printf("SSRF table: %d payloads, %d through%n", PAYLOADS.get(), THROUGH.get());
    dns.close();
    canary.close();
    VERTX.close().toCompletionStage().toCompletableFuture().join();
    assertThat(PAYLOADS.get()).isGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/ssrf.csv", delimiter = '|', numLinesToSkip = 1)
  void wayInIsRefused(String kind, String payload, @Nullable String answers, String reason) {
    // Given
    String address = address(payload, answers);
    PAYLOADS.incrementAndGet();
    // When
    Optional<EgressResult> result = parsed(address).map(SsrfTest::send);
    // Then
    assertStopped(result);
    assertThat(result.map(it -> ((Refused) it).reason().name()).orElse("NO_ADDRESS"))
        .isEqualTo(reason);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/ssrf.csv", delimiter = '|', numLinesToSkip = 1)
  void wayInIsRefusedBehindARedirect(
      String kind, String payload, @Nullable String answers, String reason) {
    // Given
    String address = address(payload, answers);
    // When
    EgressResult result = send(redirect(302, address));
    // Then
    assertStopped(Optional.of(result));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void everyKindOfRedirectIsCheckedAgain(int status) {
    for (String target :
        List.of(
            "http://127.0.0.1:%d/".formatted(canary.port()),
            "//[::1]:%d/".formatted(canary.port()),
            "http://169.254.169.254/",
            "file:///etc/passwd")) {
      assertStopped(Optional.of(send(redirect(status, target))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/\\127.0.0.1/",
        "\\\\127.0.0.1\\",
        "///127.0.0.1/",
        "?@127.0.0.1",
        ";//127.0.0.1"
      })
  void addressThatOnlyLooksForeignStaysOnItsSite(String location) {
    assertThat(send(redirect(302, location)))
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.ip()).isEqualTo(AllowedSite.ADDRESS));
    assertThat(canary.visitors()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%0d%0aX-Injected:%20yes%0d%0a",
        "/a?b=%0d%0aHost:%20127.0.0.1",
        "/%E5%98%8A%E5%98%8DX-Injected:%20yes",
        "/a%20HTTP/1.1%0d%0aX-Injected:%20yes%0d%0a%0d%0aGET%20/b"
      })
  void lineBreakInAnAddressInjectsNoHeader(String path) {
    // Given
    int before = site.requests().size();
    // When
    EgressResult result = send(URI.create("http://" + authority() + path));
    // Then
    assertThat(result).isInstanceOf(Answered.class);
    assertThat(site.requests()).hasSize(before + 1);
    assertThat(site.requests().getLast().toLowerCase(Locale.ROOT))
        .startsWith(path.toLowerCase(Locale.ROOT))
        .doesNotContain("[x-injected", ", x-injected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.45.67.89:{port}/",
        "http://１２７。４５。６７。８９:{port}/",
        "http://[::ffff:127.45.67.89]:{port}/",
        "http://[::ffff:7f2d:4359]:{port}/",
        "http://127.45.67.89.:{port}/",
        "HTTP://SHOP.Example:{port}/",
        "http://shop.example.:{port}/a/b?c=d&e=http://127.0.0.1/",
        "http://bücher.example:{port}/",
        "http://my_shop-1.example:{port}/",
        "http://alias.example:{port}/#fragment"
      })
  void allowedAddressIsLetThrough(String payload) {
    // Given
    dns.answers("shop.example", AllowedSite.ADDRESS)
        .answers("xn--bcher-kva.example", AllowedSite.ADDRESS)
        .answers("my_shop-1.example", AllowedSite.ADDRESS)
        .answers("alias.example", "cname:shop.example");
    URI uri = URI.create(payload.replace("{port}", String.valueOf(site.port())));
    // Then
    assertThat(send(uri))
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(send(redirect(302, uri.toString()))).isInstanceOf(Answered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/, 93.184.216.34",
    "http://www.example.com:8080/, 93.184.216.34",
    "https://example.co.uk:8443/, 2606:4700::1111",
    "https://dual.example/, 8.8.8.8 2001:4860:4860::8888",
    "https://8.8.8.8/,",
    "http://[2a00:1450:4001::1]/,",
    "https://172.32.0.1/,",
    "https://100.128.0.1/,",
    "https://internal.example/, 1.1.1.1",
    "https://localhost.example/, 1.1.1.1",
    "https://metadata.example/, 1.1.1.1",
    "https://192-168-0-1.example/, 1.1.1.1",
    "https://10.example/, 1.1.1.1"
  })
  void publicAddressMayBeConnectedTo(String address, @Nullable String answers) {
    // Given
    Destination.Site destination = (Destination.Site) Destination.of(URI.create(address));
    List<InetAddress> known =
        answers == null
            ? List.of(InetAddress.ofLiteral(destination.host()))
            : List.of(answers.split(" ")).stream().map(InetAddress::ofLiteral).toList();
    // When
    Route route =
        new Routes(new Settings(List.of(), List.of()).onPorts(80, 443, 8080, 8443), _ -> known)
            .to(destination);
    // Then
    assertThat(route)
        .isInstanceOfSatisfying(
            Route.Open.class, open -> assertThat(open.addresses()).hasSize(known.size()));
  }

  /// Not through: refused, and nobody has seen us.
  private static void assertStopped(Optional<EgressResult> result) {
    boolean stopped = result.isEmpty() || result.get() instanceof Refused;
    if (!stopped || canary.visitors() > 0) {
      THROUGH.incrementAndGet();
    }
    assertThat(result.map(Object::toString).orElse("")).matches(_ -> stopped, "is refused");
    assertThat(canary.visitors()).isZero();
  }

  private static String address(String payload, @Nullable String answers) {
    String address =
        payload
            .replace("{port}", String.valueOf(canary.port()))
            .replace("\\t", "\t")
            .replace("\\r", "\r")
            .replace("\\n", "\n")
            .replace("\\0", "\0");
    if (answers != null) {
      Destination destination = parsed(address).map(Destination::of).orElseThrow();
      dns.answers(((Destination.Site) destination).host(), answers.split(" "));
    }
    return address;
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static URI redirect(int status, String target) {
    return URI.create(
        "http://%s/go?%d=%s"
            .formatted(authority(), status, URLEncoder.encode(target, StandardCharsets.UTF_8)));
  }

  private static String authority() {
    return AllowedSite.ADDRESS + ":" + site.port();
  }

  private static EgressResult send(URI uri) {
    return egress.send(EgressRequest.get(uri)).await().atMost(PATIENCE);
  }

  private static Egress egress(Settings settings, Names names) {
    return new Egress(VERTX, settings, names, Optional.empty(), new SimpleMeterRegistry());
  }
}
