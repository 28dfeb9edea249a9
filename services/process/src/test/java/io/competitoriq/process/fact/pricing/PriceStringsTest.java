package io.competitoriq.process.fact.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PriceStringsTest {

  @ParameterizedTest(name = "{0} [{1}]")
  @CsvFileSource(resources = "/pricing/price-strings.psv", delimiter = '|', quoteCharacter = '\0')
  void readsAmountCurrencyAndPeriodInAnyLocale(
      String text, String locale, long minor, String currency, String period) {
    // When
    Price price = PriceParser.parse(text, Locale.forLanguageTag(locale)).orElseThrow();
    // Then
    assertThat(price.amountMinor()).isEqualTo(minor);
    assertThat(price.currency()).isEqualTo(currency);
    assertThat(price.period() == null ? "-" : price.period().name()).isEqualTo(period);
  }
}
