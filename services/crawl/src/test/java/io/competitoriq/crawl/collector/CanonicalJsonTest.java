package io.competitoriq.crawl.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":[2,3]} | {\"b\":[2.0,3.00],\"a\":1}",
        "{\"a\":{\"x\":1,\"y\":null}} | {\"a\":{\"y\":null,\"x\":1e0}}",
        "{\"a\":100} | {\"a\":1E2}"
      })
  void whatMeansTheSameIsWrittenTheSame(String one, String other) throws IOException {
    assertThat(CanonicalJson.bytes(read(one))).isEqualTo(CanonicalJson.bytes(read(other)));
  }

  @Test
  void theOrderOfAListIsItsMeaning() throws IOException {
    assertThat(CanonicalJson.bytes(read("[1,2]"))).isNotEqualTo(CanonicalJson.bytes(read("[2,1]")));
  }

  @Test
  void itemsAreOrderedByTheirKeyAndSaidOnce() throws IOException {
    // Given
    List<JsonNode> items =
        List.of(read("{\"id\":\"b\"}"), read("{\"id\":\"a\",\"n\":1}"), read("{\"id\":\"b\"}"));
    // Then
    assertThat(CanonicalJson.ordered(items, "$.id").toString())
        .isEqualTo("[{\"id\":\"a\",\"n\":1}, {\"id\":\"b\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "$.a.b, 1",
    "a.b, 1",
    "list[1], 20",
    "list[*], '[10,20]'",
    "rows[*].x, '[1,2]'",
    "['odd name'].y, 7",
    "$['a'].b, 1"
  })
  void pathsLeadToTheirValues(String path, String found) throws IOException {
    JsonNode root =
        read(
            "{\"a\":{\"b\":1},\"list\":[10,20],\"rows\":[{\"x\":1},{\"x\":2},{}],"
                + "\"odd name\":{\"y\":7}}");
    assertThat(JsonPath.parse(path).first(root).map(JsonNode::toString)).hasValue(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "a[", "a[x]", "$..x", "a[?(@.b)]", "$$"})
  void pathsThatAreNoneAreExplained(String path) {
    assertThatThrownBy(() -> JsonPath.parse(path)).hasMessageContaining("write one like");
  }

  @Test
  void pathsThatLeadNowhereLeadNowhere() throws IOException {
    assertThat(JsonPath.parse("a.c[3].d").first(read("{\"a\":{\"b\":null}}"))).isEmpty();
    assertThat(JsonPath.parse("a.b").first(read("{\"a\":{\"b\":null}}"))).isEmpty();
  }

  private static JsonNode read(String json) throws IOException {
    return CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
