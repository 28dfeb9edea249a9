package io.competitoriq.gateway.spa;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebFileTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "gzip, deflate, br | br",
        "gzip              | gzip",
        "br;q=0, gzip;q=1  | gzip",
        "deflate           | identity",
        "-                 | identity",
      })
  void theBestEncodingTheClientTakesIsSent(String accepted, String encoding) {
    Map<String, Buffer> encodings = new LinkedHashMap<>();
    for (String name : new String[] {"br", "gzip", WebFile.IDENTITY}) {
      encodings.put(name, Buffer.buffer());
    }

    assertThat(new WebFile("text/css", "\"1\"", encodings).encodingFor(accepted))
        .isEqualTo(encoding);
  }
}
