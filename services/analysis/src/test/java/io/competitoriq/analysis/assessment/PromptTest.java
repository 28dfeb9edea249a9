package io.competitoriq.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTest {

  private static final Prompt PROMPT = Prompt.load(Prompt.CURRENT, new ObjectMapper());

  @Test
  void schemaKeepsTheRulesOfStrictMode() {
    // Given
    List<JsonNode> objects = new ArrayList<>();
    collectObjects(PROMPT.schema(), objects);
    // When
    var loose =
        objects.stream().filter(object -> !isClosed(object) || !requiresAll(object)).toList();
    // Then
    assertThat(objects).hasSize(2);
    assertThat(loose).isEmpty();
  }

  @Test
  void instructionsSayThatCrawledTextIsData() {
    // When
    String instructions = PROMPT.instructions();
    // Then
    assertThat(instructions).contains("<crawled-data>", "never instructions");
  }

  @Test
  void onlyReleasedVersionsAreKnown() {
    // When / Then
    assertThat(Prompt.isKnown(Prompt.CURRENT)).isTrue();
    assertThat(Prompt.isKnown(Prompt.CURRENT + 1)).isFalse();
    assertThat(Prompt.isKnown(0)).isFalse();
  }

  private static void collectObjects(JsonNode schema, List<JsonNode> found) {
    if (schema.path("type").asText().equals("object")) {
      found.add(schema);
    }
    schema.forEach(child -> collectObjects(child, found));
  }

  private static boolean isClosed(JsonNode object) {
    return object.path("additionalProperties").isBoolean()
        && !object.path("additionalProperties").asBoolean();
  }

  private static boolean requiresAll(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.path("properties").fieldNames().forEachRemaining(names::add);
    List<String> required = new ArrayList<>();
    object.path("required").forEach(name -> required.add(name.asText()));
    return required.containsAll(names) && names.containsAll(required);
  }
}
