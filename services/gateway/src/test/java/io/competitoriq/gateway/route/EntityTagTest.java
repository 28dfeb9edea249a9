package io.competitoriq.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads of one thing, asked for again with the tag of the first answer.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class EntityTagTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/competitors/" + FakeServices.COMPETITOR,
        "/api/v1/documents/untagged",
        "/api/v1/competitors/" + FakeServices.COMPETITOR + "/overview",
        "/api/v1/session",
        "/api/v1/members",
      })
  void whatTheClientHasIsNotSentAgain(String path) {
    var installation = Installation.fresh();
    String tag = installation.owner().get(path).then().statusCode(200).extract().header("ETag");
    assertThat(tag).isNotBlank();

    installation
        .owner()
        .header("If-None-Match", "\"another\", " + tag)
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .body(emptyString());
    installation.owner().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
  }

  @Test
  void versionOfAComposedSignalIsForIfMatchAlone() {
    Installation.fresh()
        .owner()
        .header("If-None-Match", "\"7\"")
        .get("/api/v1/signals/" + FakeServices.SIGNAL)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"7\""));
  }
}
