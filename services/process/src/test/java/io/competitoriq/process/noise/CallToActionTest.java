package io.competitoriq.process.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallToActionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start free trial",
        "Get started",
        "Book a demo",
        "Try it free",
        "Sign up now →",
        "Add to cart"
      })
  void labelsOfButtonsAreKnown(String label) {
    assertThat(CallToAction.isOne(label)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pro",
        "$19 per month",
        "Start with 10 seats",
        "Get every invoice into your books without typing a line",
        "Single sign-on",
        "Book keeping"
      })
  void otherTextsAreNot(String text) {
    assertThat(CallToAction.isOne(text)).isFalse();
  }
}
