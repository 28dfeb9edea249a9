package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InflationTest {
  private static final byte[] TEXT = "prices, prices, prices".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
  void gzipComesBack(String encoding) throws IOException {
    assertThat(Inflation.inflate(gzip(TEXT), encoding, 100)).hasValue(TEXT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deflateComesBackWithAndWithoutItsHeader(boolean raw) throws IOException {
    assertThat(Inflation.inflate(deflate(TEXT, raw), "deflate", 100)).hasValue(TEXT);
  }

  @Test
  void bombStopsAtTheCap() throws IOException {
    // Given
    byte[] bomb = gzip(new byte[50 << 20]);
    // Then
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(Inflation.inflate(bomb, "gzip", 1 << 20)).isEmpty();
  }

  @Test
  void bodyOfExactlyTheCapPasses() throws IOException {
    assertThat(Inflation.inflate(gzip(TEXT), "gzip", TEXT.length)).hasValue(TEXT);
    assertThat(Inflation.inflate(gzip(TEXT), "gzip", TEXT.length - 1)).isEmpty();
  }

  @Test
  void bodyThatIsNotWhatItSaysIsAnError() {
    assertThatThrownBy(() -> Inflation.inflate(TEXT, "gzip", 100)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Inflation.inflate(TEXT, "br", 100)).isInstanceOf(IOException.class);
  }

  static byte[] gzip(byte[] raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(raw);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }
}
