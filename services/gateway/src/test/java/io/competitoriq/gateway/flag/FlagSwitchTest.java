package io.competitoriq.gateway.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

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
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@NullUnmarked // beans and addresses are injected
class FlagSwitchTest {

  private static final Duration EVERYWHERE = Duration.ofSeconds(6);
  private static final UUID WORKSPACE = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

  @Inject Flags flags;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @AfterEach
  void switchOn() {
    TestDatabase.execute(
        """
        update flags.flag set killed = false, percentage = 100, on_for = '{}', version = 0
         where key = 'rum.enabled'\
        """);
    await().atMost(EVERYWHERE).until(() -> flags.on(Flag.RUM));
  }

  @Test
  void aFlipReachesTheRunningServiceAndStandsInTheTrail() {
    put("rum.enabled", 0, true, "").then().statusCode(200).body("version", equalTo(1));

    await().atMost(EVERYWHERE).until(() -> !flags.on(Flag.RUM));
    assertThat(RestAssured.get(metrics).asString())
        .contains("ciq_flag_evaluations_total{flag=\"rum.enabled\",variant=\"off\"}");
    installation
        .owner()
        .get("/api/v1/audit-entries?action=FLAG_CHANGED")
        .then()
        .body("items.subject", hasItem("flag rum.enabled"));
    put("rum.enabled", 0, false, "").then().statusCode(412);
  }

  @Test
  void withoutTheTableTheLastValueStays() {
    TestDatabase.execute("update flags.flag set killed = true where key = 'rum.enabled'");
    await().atMost(EVERYWHERE).until(() -> !flags.on(Flag.RUM, WORKSPACE));

    TestDatabase.execute("alter schema flags rename to flags_away");
    try {
      await()
          .during(Duration.ofSeconds(3))
          .atMost(EVERYWHERE)
          .until(() -> !flags.on(Flag.RUM, WORKSPACE));
    } finally {
      TestDatabase.execute("alter schema flags_away rename to flags");
    }
  }

  @Test
  void aWorkspaceThatIsNamedHasItWhateverTheShare() {
    put("rum.enabled", 0, false, "\"" + WORKSPACE + "\"").then().statusCode(200);

    await().atMost(EVERYWHERE).until(() -> !flags.on(Flag.RUM));
    assertThat(flags.on(Flag.RUM, WORKSPACE)).isTrue();
  }

  @Test
  void aFlagTheTableDoesNotKnowHasTheCodesValueAndIsCounted() {
    TestDatabase.execute(
        "update flags.flag set killed = true, key = 'x.enabled' where key = 'rum.enabled'");
    try {
      await()
          .atMost(EVERYWHERE)
          .until(
              () ->
                  flags.on(Flag.RUM)
                      && RestAssured.get(metrics)
                          .asString()
                          .contains(
                              "ciq_flag_evaluations_total{flag=\"rum.enabled\",variant=\"unknown\"}"));
    } finally {
      TestDatabase.execute("update flags.flag set key = 'rum.enabled' where key = 'x.enabled'");
    }
  }

  @Test
  void everyFlagTheCodeAsksForIsInTheTable() {
    installation
        .owner()
        .get("/api/v1/flags")
        .then()
        .statusCode(200)
        .body("items.key", hasItems(Arrays.stream(Flag.values()).map(Flag::key).toArray()));
  }

  @Test
  void onlyQueueAdminsFlipAndOnlyWhatThereIs() {
    put("no.such", 0, true, "").then().statusCode(404);
    put("rum.enabled", 101, true, "").then().statusCode(400);
    put("rum.enabled", 0, true, "null").then().statusCode(400);
    TestDatabase.execute("update gateway.account set queue_admin = false");
    put("rum.enabled", 0, true, "").then().statusCode(403);
    installation.owner().get("/api/v1/flags").then().statusCode(403);
  }

  private Response put(String key, int percentage, boolean killed, String onFor) {
    return installation
        .owner()
        .header("If-Match", "\"0\"")
        .body(
            """
            {"enabled":true,"percentage":%d,"killed":%b,"onFor":[%s],"offFor":[]}\
            """
                .formatted(percentage, killed, onFor))
        .put("/api/v1/flags/" + key);
  }
}
