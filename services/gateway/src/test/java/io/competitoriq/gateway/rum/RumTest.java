package io.competitoriq.gateway.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the limit is used up last
@NullUnmarked // addresses are injected
class RumTest {

  private static final Duration EVERYWHERE = Duration.ofSeconds(6);
  private static final String BEACON =
      "{\"page\":\"/\",\"build\":\"%s\",\"measures\":[{\"name\":\"LCP\",\"value\":1}]}";

  @Inject Flags flags;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void whatABrowserMeasuredIsInTheHistogramsOfItsPage() {
    send("""
    {"page":"/","build":"b1","measures":[{"name":"LOAD","value":2400},{"name":"LCP","value":900},
    {"name":"INP","value":40},{"name":"CLS","value":0.02},{"name":"TTFB","value":80},{"name":"ERRORS","value":2}]}\
    """)
        .then()
        .statusCode(204);

    assertThat(scrape())
        .contains("ciq_rum_page_load_seconds_bucket{page=\"dashboard\",le=\"3.0\"}")
        .contains("ciq_rum_lcp_seconds_bucket{page=\"dashboard\"")
        .contains("ciq_rum_inp_seconds_bucket{page=\"dashboard\"")
        .contains("ciq_rum_ttfb_seconds_bucket{page=\"dashboard\"")
        .contains("ciq_rum_cls_bucket{page=\"dashboard\"")
        .contains("ciq_rum_js_errors_total{page=\"dashboard\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"page\":\"/signals/0198c0de-0000-7000-8000-000000000001\",\"build\":\"b\",\"measures\":[{\"name\":\"LCP\",\"value\":1}]}",
        "{\"page\":\"https://example.com/\",\"build\":\"b\",\"measures\":[{\"name\":\"LCP\",\"value\":1}]}",
        "{\"page\":\"/\",\"build\":\"b\",\"measures\":[]}",
        "{\"page\":\"/\",\"build\":\"b\",\"measures\":[{\"name\":\"ELSE\",\"value\":1}]}",
      })
  void nothingWithAnIdOrAnAddressInItIsTaken(String body) {
    send(body).then().statusCode(400);
  }

  @Test
  void aBeaconIsSmall() {
    send(BEACON.formatted("b1") + " ".repeat(5000)).then().statusCode(413);
  }

  @Test
  void switchedOffNothingIsCounted() {
    TestDatabase.execute("update flags.flag set killed = true where key = 'rum.enabled'");
    try {
      await().atMost(EVERYWHERE).until(() -> !flags.on(Flag.RUM));
      send(BEACON.formatted("switched-off")).then().statusCode(204);
    } finally {
      TestDatabase.execute("update flags.flag set killed = false where key = 'rum.enabled'");
    }
    await().atMost(EVERYWHERE).until(() -> flags.on(Flag.RUM));
    send(BEACON.formatted("switched-on")).then().statusCode(204);

    assertThat(scrape()).contains("switched-on").doesNotContain("switched-off");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void anAddressSendsOnlySoMany() {
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> send(BEACON.formatted("b1")).statusCode() == 429);
  }

  private static Response send(String beacon) {
    return Installation.own().body(beacon).post("/api/v1/rum");
  }

  private String scrape() {
    return RestAssured.get(metrics).asString();
  }
}
