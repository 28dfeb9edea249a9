package io.competitoriq.jobs.enqueue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void nulCharactersOfScrapedTextAreReplaced() {
    assertThat(JsonText.storable("{\"a\":\"x\\u0000y\\u0000\"}"))
        .isEqualTo("{\"a\":\"x\\ufffdy\\ufffd\"}");
  }

  @Test
  void anEscapedBackslashBeforeTheSameLettersIsLeftAlone() {
    String aboutEscapes = "{\"a\":\"write \\\\u0000\"}";
    assertThat(JsonText.storable(aboutEscapes)).isEqualTo(aboutEscapes);
  }
}
