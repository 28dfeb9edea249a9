package io.competitoriq.competitors.discovery;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class DiscoveryRefusalTest {

  private final Api api = Api.ofNewWorkspace();

  @Test
  void aDiscoveryThatDoesNotExistIsAProblem() {
    api.request()
        .get("/discoveries/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:discovery-not-found"));
    api.request()
        .body(Map.of("url", "not a site"))
        .post("/discoveries")
        .then()
        .statusCode(400)
        .body("detail", containsString("is not a web address"));
  }
}
