package io.competitoriq.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requests by people who ask too often, against a real Redis.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class RequestLimitsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Redis redis;
  private final Vertx vertx;
  private final LimitConfig config;
  private final Clock clock = Clock.systemUTC();

  RequestLimitsTest(Redis redis, Vertx vertx, LimitConfig config) {
    this.redis = redis;
    this.vertx = vertx;
    this.config = config;
  }

  @Test
  void everyAnswerTellsTheLimitsAndTheOneTooManyWhenToGoOn() {
    // Given
    Installation installation = Installation.fresh();
    Response first = installation.owner().get("/api/v1/session");
    first
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", "\"user\";q=600;w=60, \"workspace\";q=3000;w=60")
        .header("RateLimit", startsWith("\"user\";r=119;t=1, \"workspace\";r="));

    // When
    Response refused = installation.owner().get("/api/v1/session");
    for (int i = 0; i < 2000 && refused.statusCode() == 200; i++) {
      refused = installation.owner().get("/api/v1/session");
    }

    // Then
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", "1")
        .header("RateLimit", startsWith("\"user\";r=0;"))
        .body("type", equalTo("urn:ciq:problem:rate-limited"))
        .body("detail", containsString("'user' of 600 requests a minute"));
    Installation.fresh().owner().get("/api/v1/session").then().statusCode(200);
  }

  @Test
  void twoGatewaysCountTogether() {
    var gateways = List.of(new SharedBuckets(redis), new SharedBuckets(redis));
    var limits = List.of(new Limit("user", "ciq:limit:{test}:" + UUID.randomUUID(), 1, 5));

    List<Long> waits =
        IntStream.range(0, 8)
            .mapToObj(i -> gateways.get(i % 2).take(limits).await().atMost(PATIENCE).getFirst())
            .map(Limit.Standing::waitMillis)
            .toList();

    assertThat(waits.subList(0, 5)).containsOnly(0L);
    assertThat(waits.subList(5, 8)).allMatch(wait -> wait > 50_000 && wait <= 60_000);
  }

  @Test
  void withoutRedisEachGatewayCountsAloneAndTellsTheOperator() {
    var meters = new SimpleMeterRegistry();
    Redis nowhere = Redis.createClient(vertx, "redis://127.0.0.1:1");
    var limits = new RequestLimits(new SharedBuckets(nowhere), config, clock, meters);
    var caller = new Caller(UUID.randomUUID(), Caller.Kind.API_KEY, UUID.randomUUID());

    long passed =
        IntStream.range(0, 140)
            .mapToObj(_ -> limits.take(caller).await().atMost(PATIENCE))
            .filter(taken -> taken.refusal().isEmpty())
            .count();

    assertThat(passed).isBetween(120L, 135L);
    assertThat(meters.counter("ciq.gateway.limit.local").count()).isEqualTo(140);
    assertThat(meters.counter("ciq.gateway.limit.refused", "caller", "api-key").count())
        .isEqualTo(140.0 - passed);
    nowhere.close();
  }
}
