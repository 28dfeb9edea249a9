package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.price;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@QuarkusTest
@WithEmbeddedServers("analysis")
class ViewFeedTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  ViewFeedTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void feedShowsEachStoryOfItsViewOnceToWhoeverHoldsItsAddress() throws Exception {
    // Given
    stage.raise(workspace, competitor, price("Pro <b>&", 4900, 5900));
    stage.raise(workspace, competitor, price("Pro <b>&", 4900, 5900));
    String path = create(List.of("PRICING")).getString("path");
    // When
    String rss = given().get(path).then().statusCode(200).extract().asString();
    // Then
    Document xml = parsed(rss);
    assertThat(xml.getElementsByTagName("item").getLength()).isEqualTo(1);
    assertThat(xml.getElementsByTagName("title").item(1).getTextContent())
        .isEqualTo("brightdesk.example: Pro <b>& raised from $49 to $59 per month (+20.4 %)");
    assertThat(xml.getElementsByTagName("description").item(1).getTextContent())
        .endsWith("(2 sources)");
  }

  @Test
  void feedOfAnotherViewIsEmptyAndARevokedOneIsGone() {
    // Given
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    JsonPath feed = create(List.of("HIRING"));
    // When
    String rss = given().get(feed.getString("path")).then().statusCode(200).extract().asString();
    service
        .as(workspace, "analyst")
        .delete("/view-feeds/" + feed.getString("id"))
        .then()
        .statusCode(204);
    // Then
    assertThat(rss).doesNotContain("<item>");
    given().get(feed.getString("path")).then().statusCode(404);
    given().get("/rss/" + "x".repeat(43)).then().statusCode(404);
  }

  @Test
  void addressIsShownOnceAndViewersMakeNone() {
    // Given
    create(List.of());
    // When
    var list = service.as(workspace, "viewer").get("/view-feeds").then();
    // Then
    list.statusCode(200).body("$", hasSize(1)).body("[0].path", nullValue());
    service
        .as(workspace, "viewer")
        .body(body(List.of()))
        .post("/view-feeds")
        .then()
        .statusCode(403);
    service
        .as(workspace, "analyst")
        .body(body(List.of("NONSENSE")))
        .post("/view-feeds")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:filter-invalid"));
  }

  @Test
  void anEmptyIdOfACompetitorIsNone() {
    Map<String, Object> query =
        Map.of(
            "competitorId", "", "category", List.of(), "severity", List.of(), "triage", List.of());

    service
        .as(workspace, "analyst")
        .body(Map.of("name", "All", "query", query))
        .post("/view-feeds")
        .then()
        .statusCode(201)
        .body("query.competitorId", nullValue());
  }

  private JsonPath create(List<String> categories) {
    return service
        .as(workspace, "analyst")
        .body(body(categories))
        .post("/view-feeds")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> body(List<String> categories) {
    return Map.of(
        "name",
        "Prices",
        "query",
        Map.of("category", categories, "severity", List.of(), "triage", List.of()));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
