package io.competitoriq.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Version 1 of the API only grows: docs/api.md says what may change and how something goes.
class ReleasedApiTest {

  private static final String TODAY = "2026-11-27";
  private static final Path ROOT =
      Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();

  @Test
  void nothingThatWasReleasedIsTakenBack() throws IOException {
    String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();

    assertThat(
            BreakingChanges.between(
                read("contracts/openapi/released/gateway-v1.yaml"),
                read("contracts/openapi/gateway.yaml"),
                today))
        .as("see docs/api.md, 'What may change'")
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void whatBreaksAClientIsFound(String expected, Consumer<ObjectNode> change) throws IOException {
    JsonNode released = read("contracts/openapi/released/gateway-v1.yaml");
    ObjectNode changed = released.deepCopy();

    change.accept(changed);

    assertThat(BreakingChanges.between(released, changed, TODAY))
        .isNotEmpty()
        .allMatch(found -> found.contains(expected));
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        change("get /api/v1/overview: removed", d -> paths(d).remove("/api/v1/overview")),
        change(
            "delete /api/v1/sources/{id}: removed",
            d -> object(d, "/paths/~1api~1v1~1sources~1{id}").remove("delete")),
        change(
            "202: answer removed",
            d -> object(d, "/paths/~1api~1v1~1discoveries/post/responses").remove("202")),
        change(
            "query limit removed",
            d -> ((ArrayNode) d.at("/paths/~1api~1v1~1competitors/get/parameters")).remove(2)),
        change(
            "is required now",
            d ->
                object(d, "/paths/~1api~1v1~1overview/get")
                    .putArray("parameters")
                    .addObject()
                    .put("name", "zone")
                    .put("in", "query")
                    .put("required", true)),
        change(
            "name: removed",
            d -> object(d, "/components/schemas/Competitor/properties").remove("name")),
        change(
            "not always there any more",
            d -> ((ArrayNode) d.at("/components/schemas/Competitor/required")).remove(0)),
        change(
            "interval: type [null, string] became [string]",
            d ->
                object(d, "/components/schemas/Schedule/properties/interval")
                    .put("type", "string")),
        change(
            "value DISCORD removed",
            d -> ((ArrayNode) d.at("/components/schemas/ChannelKind/enum")).remove(3)),
        change(
            "password: minLength is 20 now",
            d ->
                object(d, "/components/schemas/SetupRequest/properties/password")
                    .put("minLength", 20)),
        change(
            "useful: type [boolean] became [integer]",
            d ->
                object(d, "/components/schemas/AnswerRating/properties/useful")
                    .put("type", "integer")),
        change(
            "note: required now",
            d -> ((ArrayNode) d.at("/components/schemas/AnswerRating/required")).add("note")));
  }

  @Test
  void growingBreaksNobody() throws IOException {
    JsonNode released = read("contracts/openapi/released/gateway-v1.yaml");
    ObjectNode grown = released.deepCopy();
    object(grown, "/components/schemas/Competitor/properties")
        .putObject("more")
        .put("type", "string");
    object(grown, "/components/schemas/CompetitorEdit/properties")
        .putObject("more")
        .put("type", "string");
    paths(grown).putObject("/api/v1/new").putObject("get").putObject("responses");

    assertThat(BreakingChanges.between(released, grown, TODAY)).isEmpty();
  }

  @Test
  void whatIsDeprecatedMayGoAfterItsSunsetAndNotBefore() throws IOException {
    ObjectNode released = read("contracts/openapi/released/gateway-v1.yaml").deepCopy();
    object(released, "/paths/~1api~1v1~1overview/get")
        .put("deprecated", true)
        .put("x-sunset", "2026-12-31");
    ObjectNode without = released.deepCopy();
    paths(without).remove("/api/v1/overview");

    assertThat(BreakingChanges.between(released, without, "2026-12-30")).hasSize(1);
    assertThat(BreakingChanges.between(released, without, "2027-01-01")).isEmpty();
  }

  /// In the order and the place where the gateway reads them.
  @Test
  void whatIsDeprecatedSaysSinceWhenAndUntilWhen() throws IOException {
    for (var path : read("contracts/openapi/gateway.yaml").get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        if (operation.path("deprecated").asBoolean()) {
          assertThat(operation.path("x-deprecated-since").asText())
              .as("%s: x-deprecated-since", path.getKey())
              .matches("\\d{4}-\\d\\d-\\d\\d");
          assertThat(operation.path("x-sunset").asText())
              .as("%s: x-sunset, at least six months later", path.getKey())
              .matches("\\d{4}-\\d\\d-\\d\\d");
        }
      }
    }
  }

  private static ObjectNode paths(ObjectNode document) {
    return object(document, "/paths");
  }

  private static ObjectNode object(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static Arguments change(String expected, Consumer<ObjectNode> change) {
    return Arguments.of(expected, change);
  }

  private static JsonNode read(String file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(ROOT.resolve(file)));
  }
}
