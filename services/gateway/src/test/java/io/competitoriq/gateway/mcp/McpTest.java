package io.competitoriq.gateway.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class McpTest {

  private String key = "";

  @BeforeEach
  void setUp() {
    key =
        Installation.fresh()
            .owner()
            .body(Map.of("name", "Desktop", "scope", "READ"))
            .post("/api/v1/api-keys")
            .path("secret");
  }

  @Test
  void aClientFindsTheToolsWithTheirArgumentsDescribed() {
    JsonPath list = rpc(session(), "tools/list", Map.of());

    List<String> names = list.getList("result.tools.name");
    assertThat(names)
        .containsExactlyInAnyOrder(
            "list_competitors",
            "search_signals",
            "get_change",
            "price_history",
            "get_battlecard",
            "ask");
    for (String name : names) {
      String tool = "result.tools.find { it.name == '" + name + "' }.";
      Map<String, Map<String, Object>> arguments = list.getMap(tool + "inputSchema.properties");
      assertThat(arguments.values()).as(name).allMatch(one -> one.get("description") != null);
      assertThat(list.getMap(tool + "outputSchema.properties")).as(name).isNotEmpty();
    }
  }

  @Test
  void aToolAsksTheServicesAndAnswersInStructure() {
    JsonPath found = call("list_competitors", Map.of("limit", 5));

    assertThat(found.getBoolean("result.isError")).isFalse();
    assertThat(found.getString("result.structuredContent.items[0].name")).isEqualTo("BrightDesk");
    assertThat(new JsonObject(found.getString("result.content[0].text")).getJsonArray("items"))
        .hasSize(1);
  }

  @Test
  void whatAServiceRefusesIsToldToTheModel() {
    JsonPath refused = call("get_change", Map.of("change_id", FakeServices.UNKNOWN));

    assertThat(refused.getBoolean("result.isError")).isTrue();
    assertThat(refused.getString("result.content[0].text")).contains("not-found");
    assertThat(call("get_change", Map.of("change_id", "7")).getString("result.content[0].text"))
        .contains("must be an id");
    assertThat(call("list_competitors", Map.of("limit", 51)).getString("result.content[0].text"))
        .contains("from 1 to 50");
  }

  @Test
  void withoutAKeyThereIsNothingToFind() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/mcp")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("type", equalTo("urn:ciq:problem:api-key-required"));
  }

  @Test
  void aPageOfAnotherOriginIsRefusedEvenWithAKey() {
    for (String origin : new String[] {"http://evil.example", "http://localhost:8081", "null"}) {
      client()
          .header("Origin", origin)
          .body("{}")
          .post("/mcp")
          .then()
          .statusCode(403)
          .body("type", equalTo("urn:ciq:problem:origin-refused"));
    }
    Response own = initialize(client().header("Origin", "http://ciq.test"));
    assertThat(own.statusCode()).isEqualTo(200);
  }

  private JsonPath call(String tool, Map<String, Object> arguments) {
    return rpc(session(), "tools/call", Map.of("name", tool, "arguments", arguments));
  }

  private String session() {
    Response opened = initialize(client());
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(200);
    String session = opened.header("Mcp-Session-Id");
    client()
        .header("Mcp-Session-Id", session)
        .body(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"))
        .post("/mcp");
    return session;
  }

  private static Response initialize(RequestSpecification client) {
    return client
        .body(
            Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "initialize",
                "params",
                Map.of(
                    "protocolVersion",
                    "2025-06-18",
                    "capabilities",
                    Map.of(),
                    "clientInfo",
                    Map.of("name", "test", "version", "1"))))
        .post("/mcp");
  }

  private JsonPath rpc(String session, String method, Map<String, Object> params) {
    Response response =
        client()
            .header("Mcp-Session-Id", session)
            .body(Map.of("jsonrpc", "2.0", "id", 2, "method", method, "params", params))
            .post("/mcp");
    String body = response.asString();
    int data = body.indexOf("data:");
    return JsonPath.from(data < 0 ? body : body.substring(data + "data:".length()));
  }

  private RequestSpecification client() {
    return given()
        .contentType("application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("Authorization", "Bearer " + key);
  }
}
