package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.competitoriq.egress.Inflation.Broken;
import io.competitoriq.egress.Inflation.Inflated;
import io.competitoriq.egress.Inflation.TooLarge;
import io.competitoriq.egress.Inflation.Whole;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflationTest {
  private static final byte[] TEXT = "prices, prices, prices".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource(Packed.class)
  void bodyComesBack(Packed packing) {
    assertThat(inflate(packing.pack(TEXT), packing.token(), 100)).isEqualTo(whole(TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GZIP", "x-gzip", "identity, gzip", " gzip ", "gzip,"})
  void codingIsReadHoweverItIsWritten(String encoding) {
    assertThat(inflate(Packed.GZIP.pack(TEXT), encoding, 100)).isEqualTo(whole(TEXT));
  }

  @Test
  void codingsAreUndoneFromTheLastToTheFirst() {
    // Given
    byte[] body = Packed.BROTLI.pack(Packed.GZIP.pack(TEXT));
    // Then
    assertThat(inflate(body, "gzip, br", 100)).isEqualTo(whole(TEXT));
    assertThat(inflate(body, "br, gzip", 100)).isInstanceOf(Broken.class);
  }

  @Test
  void threeLayersAreNotPeeled() {
    // Given
    byte[] body = Packed.GZIP.pack(Packed.GZIP.pack(Packed.GZIP.pack(TEXT)));
    // Then
    assertThat(inflate(body, "gzip, gzip, gzip", 100))
        .isEqualTo(new Broken("The body is compressed 3 times over."));
  }

  @Test
  void membersOfOneGzipAreReadAsOneBody() {
    // Given
    byte[] member = Packed.GZIP.pack(TEXT);
    byte[] two = Buffer.buffer(member).appendBytes(member).getBytes();
    byte[] withJunk = Buffer.buffer(member).appendString("\0\0junk").getBytes();
    // Then
    assertThat(inflate(two, "gzip", 100))
        .isEqualTo(
            whole(
                (new String(TEXT, StandardCharsets.UTF_8).repeat(2))
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(inflate(withJunk, "gzip", 100)).isEqualTo(whole(TEXT));
  }

  @Test
  void gzipOfManyEmptyMembersEndsWithoutOverflow() {
    // Given
    byte[] empty = Packed.GZIP.pack(new byte[0]);
    Buffer body = Buffer.buffer();
    for (int i = 0; i < 300_000; i++) {
      body.appendBytes(empty);
    }
    // Then
    assertThat(inflate(body.getBytes(), "gzip", 100)).isEqualTo(whole(new byte[0]));
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void bodyOfExactlyTheCapPasses(Packed packing) {
    assertThat(inflate(packing.pack(TEXT), packing.token(), TEXT.length)).isEqualTo(whole(TEXT));
    assertThat(inflate(packing.pack(TEXT), packing.token(), TEXT.length - 1))
        .isEqualTo(new TooLarge("The body is larger than %d bytes.".formatted(TEXT.length - 1)));
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void bombStopsLongBeforeTheCap(Packed packing) {
    // Given
    byte[] bomb = packing.pack(new byte[50 << 20]);
    // Then
    assertThat(inflate(bomb, packing.token(), 100 << 20))
        .isEqualTo(new TooLarge("The body unpacks to more than 200 times its size."));
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void bombInsideABombStopsToo(Packed packing) {
    // Given
    byte[] bomb = packing.pack(Packed.GZIP.pack(new byte[50 << 20]));
    // Then
    assertThat(inflate(bomb, "gzip, " + packing.token(), 100 << 20)).isInstanceOf(TooLarge.class);
  }

  @Test
  void smallPageOfBlanksIsNoBomb() {
    assertThat(inflate(Packed.ZSTD.pack(new byte[1 << 20]), "zstd", 2 << 20))
        .isEqualTo(whole(new byte[1 << 20]));
  }

  @Test
  void frameThatWantsAHugeWindowIsRefused() {
    // Given: a zstd frame without a size whose window descriptor says 128 MiB
    byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x00, (byte) (17 << 3), 0x01, 0x00, 0x00};
    byte[] modest = frame.clone();
    modest[5] = 13 << 3;
    // Then
    assertThat(inflate(frame, "zstd", 100)).isInstanceOf(Broken.class);
    assertThat(inflate(modest, "zstd", 100)).isEqualTo(whole(new byte[0]));
    assertThat(Zstd.getFrameContentSize(frame)).isLessThanOrEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void bodyThatEndsEarlyOrIsGarbageIsBroken(Packed packing) {
    // Given
    byte[] whole =
        packing.pack(
            "a text that is long enough to be cut".repeat(9).getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(whole, whole.length - 5);
    // Then
    assertThat(inflate(cut, packing.token(), 1000)).isInstanceOf(Broken.class);
    assertThat(
            inflate("<html>plain</html>".getBytes(StandardCharsets.UTF_8), packing.token(), 1000))
        .isInstanceOf(Broken.class);
  }

  @Test
  void bodyThatWasDamagedOnTheWayIsBroken() {
    // Given
    byte[] body = Packed.GZIP.pack(TEXT);
    body[body.length - 6] ^= 1;
    // Then
    assertThat(inflate(body, "gzip", 100)).isInstanceOf(Broken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compress", "utf-8", "gzip, exi", "none"})
  void codingWeDoNotReadIsSaidSo(String encoding) {
    assertThat(inflate(TEXT, encoding, 100))
        .isEqualTo(new Broken("The body is in a compression that is not read."));
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void readerOfBeginningsGetsTheBeginning(Packed packing) {
    // Given
    EgressLimits limits = EgressLimits.DEFAULT.withMaxBytes(10).cutting();
    // When
    Inflated inflated =
        Inflation.inflate(Buffer.buffer(packing.pack(TEXT)), packing.token(), limits);
    // Then
    assertThat(inflated).isEqualTo(whole(Arrays.copyOf(TEXT, 10)));
  }

  private static Inflated inflate(byte[] body, String encoding, int cap) {
    return Inflation.inflate(Buffer.buffer(body), encoding, EgressLimits.DEFAULT.withMaxBytes(cap));
  }

  private static Whole whole(byte[] body) {
    return new Whole(Buffer.buffer(body));
  }
}
