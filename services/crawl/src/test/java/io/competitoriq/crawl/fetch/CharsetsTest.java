package io.competitoriq.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html; charset=utf-8 | <meta charset=windows-1252> | UTF-8",
        "text/html; charset=\"Shift_JIS\" | x | Shift_JIS",
        "text/html;charset=ISO-8859-1 | x | windows-1252",
        "text/html | <meta charset=\"koi8-r\"> | KOI8-R",
        "text/html | <meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'> | ISO-8859-2",
        "text/xml | <?xml version='1.0' encoding='windows-1251'?> | windows-1251",
        "text/html; charset=nonsense | <meta charset=utf-8> | UTF-8",
        "text/html | <meta charset=utf-16> | UTF-8",
        "text/html | plain ascii | UTF-8"
      })
  void declarationIsBelievedInTheOrderOfItsAuthority(String header, String body, String charset) {
    assertThat(Charsets.detect(header, body.getBytes(StandardCharsets.ISO_8859_1)).name())
        .isEqualTo(charset);
  }

  @Test
  void byteOrderMarkCannotBeWrong() {
    // Given
    byte[] marked = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a'};
    // Then
    assertThat(Charsets.detect("text/html; charset=iso-8859-1", marked))
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void undeclaredCharsetIsGuessedFromTheBytes() {
    // Given
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] body =
        "Цены на все тарифы снижены до конца года, подробности внутри."
            .repeat(5)
            .getBytes(cyrillic);
    // Then
    assertThat(Charsets.detect("text/html", body)).isEqualTo(cyrillic);
  }

  @Test
  void nothingIsUtf8() {
    assertThat(Charsets.detect("", new byte[0])).isEqualTo(StandardCharsets.UTF_8);
  }
}
