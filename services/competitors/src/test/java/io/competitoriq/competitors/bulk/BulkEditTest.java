package io.competitoriq.competitors.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many sources or competitors edited by one request.
@QuarkusTest
@WithEmbeddedServers("competitors")
class BulkEditTest {

  private final Api api = Api.ofNewWorkspace();

  @Test
  void eachSourceIsAnsweredForItselfAndAskingAgainChangesNothing() {
    String competitor = api.track("bulk.com", "bulk.com/pricing", "bulk.com/plans");
    List<String> sources = api.sourcesOf(competitor);
    Api elsewhere = Api.ofNewWorkspace();
    String foreign =
        elsewhere.sourcesOf(elsewhere.track("bulk.com", "bulk.com/pricing")).getFirst();
    List<String> asked = new ArrayList<>(sources);
    asked.add(foreign);

    for (int i = 0; i < 2; i++) {
      api.request()
          .body(Map.of("ids", asked, "paused", true))
          .post("/sources/bulk")
          .then()
          .statusCode(200)
          .body("updated", equalTo(sources))
          .body("failed.id", contains(foreign))
          .body("failed.problem", contains("urn:ciq:problem:source-not-found"));
    }

    api.request()
        .get("/competitors/" + competitor + "/sources")
        .then()
        .body("items.paused", everyItem(equalTo(true)));
    assertThat(api.request().get("/sources/" + sources.getFirst()).header("ETag"))
        .isEqualTo("\"1\"");
  }

  @Test
  void competitorsAreTaggedAndPausedAsAWhole() {
    String first = api.track("first-bulk.com", "first-bulk.com/pricing");
    String second = api.track("second-bulk.com", "second-bulk.com/pricing");
    List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "t" + i).toList();
    api.request()
        .body(Map.of("ids", List.of(second), "addTags", twenty))
        .post("/competitors/bulk")
        .then()
        .body("updated", contains(second));

    api.request()
        .body(Map.of("ids", List.of(first, second), "addTags", List.of("rival"), "paused", true))
        .post("/competitors/bulk")
        .then()
        .statusCode(200)
        .body("updated", contains(first))
        .body("failed.problem", contains("urn:ciq:problem:too-many-tags"));

    api.request().get("/competitors/" + first).then().body("tags", contains("rival"));
    api.request().get("/sources").then().body("items.paused", containsInAnyOrder(true, false));
    api.request()
        .body(Map.of("ids", List.of(first), "removeTags", List.of("rival"), "paused", false))
        .post("/competitors/bulk")
        .then()
        .body("failed", empty());
    api.request().get("/competitors/" + first).then().body("tags", empty());
  }

  @Test
  void requestThatMakesNoSenseIsRefusedAsAWhole() {
    List<String> many = Collections.nCopies(501, unknown());
    api.request()
        .body(Map.of("ids", many, "paused", true))
        .post("/sources/bulk")
        .then()
        .statusCode(400);
    api.request()
        .body(Map.of("ids", List.of(), "paused", true))
        .post("/sources/bulk")
        .then()
        .statusCode(400);
    api.request()
        .body(Map.of("ids", List.of(unknown())))
        .post("/sources/bulk")
        .then()
        .statusCode(400);
    api.as("viewer")
        .request()
        .body(Map.of("ids", List.of(unknown()), "paused", true))
        .post("/sources/bulk")
        .then()
        .statusCode(403);
  }

  private static String unknown() {
    return UUID.randomUUID().toString();
  }
}
