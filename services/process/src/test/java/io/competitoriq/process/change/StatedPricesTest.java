package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.ContentReader;
import io.competitoriq.process.noise.Volatility;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedPricesTest {

  @Test
  void aPriceForMachinesThatLeavesTheOneOnThePageIsNews() {
    // When
    List<Step> news = news(page("$79.99", "79.99 USD"), page("$79.99", "72.99 USD"));
    // Then
    assertThat(news)
        .singleElement()
        .satisfies(step -> assertThat(step.block().text()).isEqualTo("Oak shelf: 72.99 USD"));
  }

  @ParameterizedTest
  @CsvSource({
    "'$79', '85.00 USD', '79.00 USD', the page had it before",
    "'$3,299.50', '3665.00 USD', '3299.50 USD', in the way of another country",
    "'3.299,50 €', '3665.00 EUR', '3299.50 EUR', in the way of another country",
    "'$79.99', '79.9 USD', '79.90 USD', the same amount",
    "'$79.99', '79.99 USD', '73.20 EUR', the currency of the visitor",
  })
  void whatReadersSeeAlreadyAndOtherCurrenciesAreNone(
      String seen, String before, String after, String why) {
    assertThat(news(page(seen, before), page(seen, after))).as(why).isEmpty();
  }

  private static List<Step> news(List<Block> before, List<Block> after) {
    return new NoiseSieve(new Volatility(List.of(), 2), false)
        .sift(BlockScript.between(before, after)).stream().filter(Step::isNews).toList();
  }

  private static List<Block> page(String seen, String stated) {
    String html = "<main><h1>Oak shelf</h1><p>Made to last.</p><p>%s</p></main>".formatted(seen);
    return ContentReader.read(Jsoup.parse(html), text -> text.equals(seen))
        .stating(Map.of("Oak shelf", "Oak shelf: " + stated))
        .blocks();
  }
}
