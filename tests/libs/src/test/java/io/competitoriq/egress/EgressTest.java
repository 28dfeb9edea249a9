package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.competitoriq.egress.EgressResult.Reason;
import io.competitoriq.egress.EgressResult.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The guard against a real server on loopback.
class EgressTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Vertx VERTX = Vertx.vertx();
  private static final LoopbackSite SITE = new LoopbackSite(VERTX);

  @BeforeAll
  static void open() {
    SITE.open();
  }

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void allowedAddressIsAskedUnderItsOwnName() {
    // Given
    Egress egress = egress(List.of("127.0.0.0/8"), List.of());
    // When
    EgressResult result =
        send(egress, EgressRequest.get(local("shop.localhost", "/echo")).header("User-Agent", "x"));
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.text(StandardCharsets.UTF_8)).isEqualTo("hello");
              assertThat(answer.header("X-HOST")).hasValue("shop.localhost:" + SITE.port());
              assertThat(answer.header("x-agent")).hasValue("x");
              assertThat(answer.ip()).isEqualTo("127.0.0.1");
              assertThat(answer.httpVersion()).isEqualTo("http/1.1");
              assertThat(answer.timings().total()).isPositive().isLessThan(PATIENCE);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "localhost", "shop.localhost", "[::1]", "[::ffff:127.0.0.1]"})
  void loopbackIsRefusedUnlessTheOperatorAllowsIt(String host) {
    // Given
    int before = SITE.requests();
    // When
    EgressResult result =
        send(egress(List.of(), List.of()), EgressRequest.get(local(host, "/echo")));
    // Then
    assertThat(refusal(result)).isEqualTo(Reason.BLOCKED_ADDRESS);
    assertThat(SITE.requests()).isEqualTo(before);
  }

  @Test
  void nameWithOnePrivateAddressAmongPublicOnesIsRefused() {
    // Given
    Names mixed = names(Map.of("mixed.example", List.of("93.184.216.34", "10.0.0.1")));
    // When
    EgressResult result =
        send(egress(List.of(), List.of(), mixed), EgressRequest.get(uri("http://mixed.example/")));
    // Then
    assertThat(refusal(result)).isEqualTo(Reason.BLOCKED_ADDRESS);
  }

  @Test
  void nameIsLookedUpOnceSoThatItCannotBeRebound() {
    // Given
    AtomicInteger lookups = new AtomicInteger();
    Names rebinding =
        _ ->
            List.of(
                InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "10.9.9.9"));
    Egress egress = egress(List.of("127.0.0.0/8"), List.of(), rebinding);
    // When
    EgressResult result = send(egress, EgressRequest.get(local("rebind.example", "/echo")));
    // Then
    assertThat(result).isInstanceOf(Answered.class);
    assertThat(lookups).hasValue(1);
  }

  @Test
  void deadFirstAddressIsFollowedByTheNext() {
    // Given
    Names two = names(Map.of("two.example", List.of("127.0.0.2", "127.0.0.1")));
    Egress egress = egress(List.of("127.0.0.0/8"), List.of(), two);
    // When
    EgressResult result = send(egress, EgressRequest.get(local("two.example", "/echo")));
    // Then
    assertThat(result).isInstanceOf(Answered.class);
  }

  @Test
  void redirectIsFollowedAndRemembered() {
    // When
    EgressResult result = send(laptop(), EgressRequest.get(local("localhost", "/hop")));
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.finalUri()).isEqualTo(local("localhost", "/echo"));
              assertThat(answer.redirects()).containsExactly(local("localhost", "/hop"));
            });
  }

  @Test
  void redirectIsTheAnswerWhenNoneMayBeFollowed() {
    // When
    EgressResult result =
        send(
            laptop(),
            EgressRequest.get(local("localhost", "/hop"))
                .within(EgressLimits.DEFAULT.withMaxRedirects(0)));
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.status()).isEqualTo(302));
  }

  @Test
  void everyHopIsCheckedAgain() {
    assertThat(refusal(send(laptop(), EgressRequest.get(local("localhost", "/to-metadata")))))
        .isEqualTo(Reason.BLOCKED_ADDRESS);
    assertThat(refusal(send(laptop(), EgressRequest.get(local("localhost", "/to-file")))))
        .isEqualTo(Reason.SCHEME);
    assertThat(refusal(send(laptop(), EgressRequest.get(local("localhost", "/loop")))))
        .isEqualTo(Reason.TOO_MANY_REDIRECTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/large", "/endless", "/bomb"})
  void bodyOverTheCapIsGivenUp(String path) {
    // When
    EgressResult result =
        send(
            laptop(),
            EgressRequest.get(local("localhost", path))
                .within(EgressLimits.DEFAULT.withMaxBytes(4000)));
    // Then
    assertThat(failure(result)).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void bombOverTheDefaultCapIsGivenUp() {
    assertThat(failure(send(laptop(), EgressRequest.get(local("localhost", "/bomb")))))
        .isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void answerThatNeverEndsTimesOut() {
    // When
    EgressResult result =
        send(
            laptop(),
            EgressRequest.get(local("localhost", "/slow"))
                .within(EgressLimits.DEFAULT.withTimeout(Duration.ofMillis(300))));
    // Then
    assertThat(failure(result)).isEqualTo(Kind.TIMEOUT);
  }

  @Test
  void brokenConnectionIsAValueWorthRetrying() {
    // When
    EgressResult cut = send(laptop(), EgressRequest.get(local("localhost", "/cut")));
    EgressResult nobody = send(laptop(), EgressRequest.get(uri("http://127.0.0.1:1/")));
    EgressResult unknown = send(laptop(), EgressRequest.get(uri("http://no-such-name.invalid/")));
    EgressResult noTls =
        send(laptop(), EgressRequest.get(uri("https://localhost:" + SITE.port() + "/")));
    // Then
    assertThat(failure(cut)).isEqualTo(Kind.RESET);
    assertThat(failure(nobody)).isEqualTo(Kind.CONNECT);
    assertThat(failure(unknown)).isEqualTo(Kind.DNS);
    assertThat(failure(noTls)).isEqualTo(Kind.TLS);
    assertThat(((Failed) cut).worthRetrying()).isTrue();
    assertThat(((Failed) noTls).worthRetrying()).isFalse();
  }

  @Test
  void connectToServesANameFromAnAllowedAddress() {
    // Given
    Egress egress =
        egress(List.of("127.0.0.0/8"), List.of("*.demo.example=127.0.0.1:" + SITE.port()));
    // When
    EgressResult result = send(egress, EgressRequest.get(uri("http://a.demo.example/echo")));
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> assertThat(answer.header("x-host")).hasValue("a.demo.example"));
  }

  @Test
  void connectToOutsideTheAllowListStopsTheStart() {
    assertThatThrownBy(() -> egress(List.of("127.0.0.0/8"), List.of("*=10.0.0.1:80")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ciq.egress.allow");
  }

  @Test
  void oddPortOfAGlobalAddressIsRefused() {
    // Given
    Names names = names(Map.of("redis.example", List.of("93.184.216.34")));
    // When
    EgressResult result =
        send(
            egress(List.of(), List.of(), names),
            EgressRequest.get(uri("http://redis.example:6379/")));
    // Then
    assertThat(refusal(result)).isEqualTo(Reason.PORT);
  }

  @Test
  void headerCannotSmuggleARequest() {
    assertThatThrownBy(() -> EgressRequest.get(uri("http://x.example")).header("a", "b\r\nc: d"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EgressRequest.get(uri("http://x.example")).header("Host", "y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EgressResult send(Egress egress, EgressRequest request) {
    return egress.send(request).await().atMost(PATIENCE);
  }

  private static Reason refusal(EgressResult result) {
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).reason();
  }

  private static Kind failure(EgressResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed) result).kind();
  }

  private static URI local(String host, String path) {
    return uri("http://" + host + ":" + SITE.port() + path);
  }

  private static URI uri(String text) {
    return URI.create(text);
  }

  private static Names names(Map<String, List<String>> table) {
    return host -> {
      List<String> addresses = table.get(host);
      if (addresses == null) {
        throw new UnknownHostException(host);
      }
      return addresses.stream().map(InetAddress::ofLiteral).toList();
    };
  }

  private static Egress laptop() {
    return egress(List.of("127.0.0.0/8"), List.of());
  }

  private static Egress egress(List<String> allow, List<String> connectTo) {
    return egress(allow, connectTo, Names.system());
  }

  private static Egress egress(List<String> allow, List<String> connectTo, Names names) {
    return new Egress(
        VERTX, new Settings(allow, connectTo), names, Optional.empty(), new SimpleMeterRegistry());
  }
}
