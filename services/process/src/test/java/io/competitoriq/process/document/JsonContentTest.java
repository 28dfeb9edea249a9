package io.competitoriq.process.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.process.content.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonContentTest {

  @Test
  void thingsOfAListAreHeadingsWithTheirValuesBelow() {
    // When
    List<String> texts =
        texts(
            """
            {"title": "Ads of Acme", "ads": [{"title": "Try Acme", "since": "2026-01-03", "regions": ["DE", "AT"]},
                      {"title": "Switch today", "budget": {"from": 100, "to": 500}}]}\
            """);
    // Then
    assertThat(texts)
        .containsExactly(
            "Try Acme",
            "regions: DE, AT",
            "since: 2026-01-03",
            "title: Try Acme",
            "Switch today",
            "budget.from: 100",
            "budget.to: 500",
            "title: Switch today",
            "title: Ads of Acme");
  }

  @Test
  void orderOfKeysMeansNothing() {
    // Then
    assertThat(texts("{\"b\": 1, \"a\": {\"d\": 2, \"c\": 3}}"))
        .isEqualTo(texts("{\"a\": {\"c\": 3, \"d\": 2}, \"b\": 1}"));
  }

  @Test
  void valueThatChangesChangesItsLineOnly() {
    // Given
    List<Block> before = blocks("{\"plans\": [{\"name\": \"Pro\", \"seats\": 5, \"sso\": false}]}");
    // When
    List<Block> after = blocks("{\"plans\": [{\"name\": \"Pro\", \"seats\": 10, \"sso\": false}]}");
    // Then
    List<String> known = before.stream().map(Block::id).toList();
    assertThat(after)
        .filteredOn(block -> !known.contains(block.id()))
        .extracting(Block::text)
        .containsExactly("seats: 10");
  }

  @Test
  void textThatIsNoJsonIsRefusedInWords() {
    assertThatThrownBy(() -> JsonContent.of("{\"a\": "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no JSON: ");
  }

  private static List<Block> blocks(String json) {
    return JsonContent.of(json).content().blocks();
  }

  private static List<String> texts(String json) {
    return blocks(json).stream().map(Block::text).toList();
  }
}
