package io.competitoriq.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.competitoriq.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  @Test
  void valuesKeepTheirLines() {
    var document =
        YamlReader.read(
            """
            version: 1

            competitors:
              - url: https://acme.com/
                tags: [a, b]
              - url: https://brightdesk.example/
                sources:
                  - url: https://brightdesk.example/pricing
                    kind: PRICING
            """);

    assertThat(document.lineOf("/version")).isEqualTo(1);
    assertThat(document.lineOf("/competitors/0/tags/1")).isEqualTo(5);
    assertThat(document.lineOf("/competitors/1/sources/0/kind")).isEqualTo(9);
    assertThat(document.lineOf("/competitors/1/sources/0/missing")).isEqualTo(8);
  }

  /// YAML 1.2: of these only `true` and `null` are no texts.
  @Test
  void wordsThatOlderYamlTookForTruthAreTexts() {
    var tree =
        YamlReader.read("{a: no, b: on, c: NO, d: 010, e: 2026-11-27, f: true, g: null, h: 1.50}")
            .tree();

    assertThat(tree.toString())
        .isEqualTo(
            "{\"a\":\"no\",\"b\":\"on\",\"c\":\"NO\",\"d\":\"010\",\"e\":\"2026-11-27\","
                + "\"f\":true,\"g\":null,\"h\":1.50}");
  }

  @Test
  void aliasesAreFollowed() {
    var tree = YamlReader.read("{a: &every {interval: PT6H}, b: *every}").tree();

    assertThat(tree.path("b")).isEqualTo(tree.path("a")).isNotEmpty();
  }

  @Test
  void billionLaughsEndBeforeTheyAreHeard() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for (int i = 1; i < 10; i++) {
      laughs.append("a%d: &a%d [".formatted(i, i));
      laughs.append("*a%d, *a%d, *a%d, *a%d]\n".formatted(i - 1, i - 1, i - 1, i - 1));
    }

    assertThat(refused(laughs.toString()).detail()).contains("at most 200000 values");
  }

  @Test
  void depthIsRefusedBeforeAnythingIsBuilt() {
    assertThat(refused("[".repeat(100_000)).detail()).contains("at most 20 levels");
  }

  @Test
  void anAliasOfItselfIsRefused() {
    assertThat(refused("a: &a [*a]").status()).isEqualTo(422);
  }

  @Test
  void moreAliasesThanAnybodyNeedsAreRefused() {
    assertThat(refused("a: &a 1\nb: [" + "*a, ".repeat(51) + "*a]").detail())
        .contains("at most 50 aliases");
  }

  @Test
  void aDocumentThatIsTooLongIsRefused() {
    assertThat(refused("a: " + "x".repeat(YamlReader.MOST_CHARACTERS)).status()).isEqualTo(422);
  }

  /// The parser's own buffer made this take minutes.
  @Test
  @Timeout(20)
  void oneLongTextCostsNoMoreThanItsLength() {
    String text = "x".repeat(YamlReader.MOST_CHARACTERS - 10);

    assertThat(YamlReader.read("a: " + text).tree().path("a").asText()).hasSameSizeAs(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\nb: 2\\na: 3 | 3 | stands twice",
        "a: [1, 2 | 1 | no YAML",
        "a: 1\\n---\\nb: 2 | 2 | no YAML",
        "a: 1\\n? [b]\\n: 2 | 2 | Keys are words",
        "a: \"x\\\\0y\" | 1 | NUL",
        "a: 99999999999999999999 | 1 | too large",
        "a: 1.0e+999999999 | 1 | too large",
        "a: .nan | 1 | cannot be read",
      })
  void whatIsNoDocumentSaysWhere(String text, int line, String why) {
    ProblemException refusal = refused(text.replace("\\n", "\n").replace("\\\\", "\\"));

    assertThat(refusal.type()).isEqualTo("config-invalid");
    assertThat(refusal.errors().getFirst().line()).isEqualTo(line);
    assertThat(refusal.detail()).contains(why);
  }

  @Test
  void noClassIsMadeOfATag() {
    var tree = YamlReader.read("a: !!javax.script.ScriptEngineManager [x]").tree();

    assertThat(tree.toString()).isEqualTo("{\"a\":[\"x\"]}");
  }

  private static ProblemException refused(String text) {
    return catchThrowableOfType(ProblemException.class, () -> YamlReader.read(text));
  }
}
