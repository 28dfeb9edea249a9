package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Reason;
import io.competitoriq.egress.EgressResult.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A name server that changes its mind, asked over UDP. The canary listens on all addresses of this
/// machine: nobody may come to it.
class RebindingTest {
  private static final String INSIDE = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();
  private LocalDns dns;
  private Canary canary;
  private AllowedSite site;
  private Egress egress;

  @BeforeEach
  void open() throws IOException {
    dns = new LocalDns();
    canary = new Canary();
    site = new AllowedSite(vertx);
    Settings settings = new Settings(List.of(AllowedSite.ADDRESS + "/32"), List.of());
    egress = new Egress(vertx, settings, dns.names(), Optional.empty(), new SimpleMeterRegistry());
  }

  @AfterEach
  void close() throws IOException {
    dns.close();
    canary.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void connectionGoesToTheVeryAddressThatWasChecked() {
    // Given
    dns.answersInTurn("rebind.example", List.of(AllowedSite.ADDRESS), List.of(INSIDE));
    // When
    EgressResult result = send("rebind.example", site.port(), "/");
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.ip()).isEqualTo(AllowedSite.ADDRESS));
    assertThat(dns.asked("rebind.example")).isOne();
  }

  @Test
  void nameThatMovedInsideIsRefusedOnTheNextVisit() {
    // Given
    dns.answersInTurn("rebind.example", List.of(AllowedSite.ADDRESS), List.of(INSIDE));
    send("rebind.example", site.port(), "/");
    // When
    EgressResult result = send("rebind.example", canary.port(), "/");
    // Then
    assertBlocked(result);
    assertThat(dns.asked("rebind.example")).isEqualTo(2);
  }

  @Test
  void nameThatMovesInsideBetweenTwoHopsIsRefused() {
    // Given
    dns.answersInTurn("rebind.example", List.of(AllowedSite.ADDRESS), List.of(INSIDE));
    String target = "http://rebind.example:%d/".formatted(canary.port());
    // When
    EgressResult result = send("rebind.example", site.port(), "/go?302=" + target);
    // Then
    assertBlocked(result);
  }

  @Test
  void nameThatAlternatesIsReachedWhereItWasCheckedOrNotAtAll() {
    // Given
    List<List<String>> turns =
        IntStream.range(0, 100)
            .mapToObj(i -> List.of(i % 2 == 0 ? AllowedSite.ADDRESS : INSIDE))
            .toList();
    dns.answersInTurn("flip.example", turns.toArray(List[]::new));
    // When
    List<EgressResult> results =
        turns.stream().map(_ -> send("flip.example", site.port(), "/")).toList();
    // Then
    assertThat(results).filteredOn(Answered.class::isInstance).hasSize(50);
    assertThat(results).filteredOn(Refused.class::isInstance).hasSize(50);
    assertThat(canary.visitors()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.45.67.89 127.0.0.1",
        "127.0.0.1 127.45.67.89",
        "93.184.216.34 10.0.0.1",
        "127.45.67.89 ::1",
        "127.45.67.89 fd00::1",
        "127.45.67.89 ::ffff:10.0.0.1",
        "127.45.67.89 64:ff9b::a00:1",
        "::1",
        "0.0.0.0",
        "cname:inner.example",
        "cname:chain1.example"
      })
  void oneBadAddressClosesTheWayToAll(String records) {
    // Given
    dns.answers("inner.example", "10.1.2.3")
        .answers("chain1.example", "cname:chain2.example")
        .answers("chain2.example", "cname:chain3.example")
        .answers("chain3.example", INSIDE)
        .answers("mixed.example", records.split(" "));
    // When
    EgressResult result = send("mixed.example", canary.port(), "/");
    // Then
    assertBlocked(result);
  }

  @Test
  void aliasOfAnAllowedNameIsFollowed() {
    // Given
    dns.answers("www.example", "cname:cdn.example")
        .answers("cdn.example", "cname:edge.example")
        .answers("edge.example", AllowedSite.ADDRESS);
    // Then
    assertThat(send("www.example", site.port(), "/")).isInstanceOf(Answered.class);
  }

  private void assertBlocked(EgressResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.BLOCKED_ADDRESS));
    assertThat(canary.visitors()).isZero();
  }

  private EgressResult send(String host, int port, String path) {
    URI uri = URI.create("http://" + host + ":" + port + path);
    return egress.send(EgressRequest.get(uri)).await().atMost(Duration.ofSeconds(10));
  }
}
