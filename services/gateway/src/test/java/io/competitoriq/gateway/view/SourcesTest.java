package io.competitoriq.gateway.view;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In these tests `crawl` is there: it knows two of four sources, one of them silent.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class SourcesTest {

  @Inject
  @ConfigProperty(name = "ciq.gateway.services.crawl")
  URI address;

  private final Vertx vertx = Vertx.vertx();
  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void crawlIsThere() throws Exception {
    installation = Installation.fresh();
    JsonArray health =
        new JsonArray().add(health("s1")).add(health("s2")).add(health(FakeServices.SIGNAL));
    vertx
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(health.encode()))
        .listen(address.getPort(), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void crawlGoes() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void eachSourceOfACompetitorSaysHowItIsDoing() {
    get("/competitors/" + FakeServices.ARCHIVED + "/sources")
        .body("items.condition.state", contains("DEGRADED", "DRIFTED", "NEVER_VISITED", "PAUSED"))
        .body("items[0].condition.reason", equalTo("It failed once."))
        .body("items[0].health.blockRate", equalTo(0.25f))
        .body("items[1].condition.fix", equalTo("Open the page."))
        .body("items[2].health", nullValue())
        .body("partial", empty());
  }

  @Test
  void theListAndTheOverviewSayTheSame() {
    get("/sources").body("items[0].condition.state", equalTo("DEGRADED"));
    get("/competitors/" + FakeServices.COMPETITOR + "/overview")
        .body("sources[0].condition.state", equalTo("DEGRADED"))
        .body("partial", empty());
  }

  @Test
  void oneSourceCarriesItsStateAndItsVersion() {
    get("/sources/" + FakeServices.SIGNAL)
        .header("ETag", "\"7\"")
        .body("condition.state", equalTo("DEGRADED"))
        .body("partial", empty());
  }

  private ValidatableResponse get(String path) {
    return installation.owner().get("/api/v1" + path).then().statusCode(200);
  }

  private static JsonObject health(String source) {
    return new JsonObject()
        .put("sourceId", source)
        .put("blockRate", 0.25)
        .put("state", "DEGRADED")
        .put("reason", "It failed once.")
        .put("fix", "Nothing to do yet.")
        .put("silence", new JsonObject().put("reason", "Nothing new.").put("fix", "Look."));
  }
}
