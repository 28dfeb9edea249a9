package io.competitoriq.crawl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.1, 100000",
    "0.123456, 123456",
    "0.00020872083333333335, 209",
    "999999999, 999999999000000"
  })
  void dollarsBecomeMicrosAndNoFractionIsLost(String dollars, long micros) {
    assertThat(Money.micros(new BigDecimal(dollars))).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource({"1250000, 1.25, $1.25", "4000, 0.004, $0.004", "5000000, 5, $5.00"})
  void microsAreShownAsMoney(long micros, String sent, String shown) {
    assertThat(Money.dollars(micros)).isEqualTo(sent);
    assertThat(Money.shown(micros)).isEqualTo(shown);
  }

  @Test
  void amountsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Money.micros(new BigDecimal("-0.01")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.micros(new BigDecimal("1e9")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
