package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.competitoriq.analysis.model.ModelUsage.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

  /// $0.25, $0.025 and $2 per million tokens.
  private static final Price PRICE = new Price(250_000, 25_000, 2_000_000);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "1000000, 0, 0, 250000",
    "1000000, 1000000, 0, 25000",
    "1000000, 600000, 0, 115000",
    "0, 0, 1000000, 2000000",
    "900, 0, 120, 465",
    // Half a micro-dollar is one: the ledger never says less than was spent.
    "2, 0, 0, 1",
    // More cached than sent makes no sense and costs no less than nothing.
    "10, 99, 0, 1",
  })
  void tokensCostWhatThePriceListSays(int input, int cached, int output, long micros) {
    // When
    long cost = PRICE.of(new Tokens(input, cached, output, 0));
    // Then
    assertThat(cost).isEqualTo(micros);
  }

  @Test
  void mostAQuestionCanCostCountsEachByteAsAToken() {
    // Given
    var question =
        new ModelQuestion("ab", "\u20ac\u20ac", "x", JsonNodeFactory.instance.objectNode());
    // When
    long most = new Price(1_000_000, 100_000, 10_000_000).most(question, 50);
    // Then: 2 + 6 + 2 bytes and the frame of 200, and 50 tokens of output
    assertThat(most).isEqualTo(10 + 200 + 500);
  }
}
