package io.competitoriq.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.seal.Seals.Sealed;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {
  private static final String OLD = "old:" + key((byte) 1);
  private static final String NEW = "new:" + key((byte) 2);
  private static final String PURPOSE = "workspace/APIFY";

  @Test
  void whatIsSealedOpensForItsPurposeOnly() {
    // Given
    Seals seals = seals(OLD);
    Sealed sealed = seals.seal("apify_api_x", PURPOSE);
    // Then
    assertThat(seals.open(sealed, PURPOSE)).isEqualTo("apify_api_x");
    assertThatThrownBy(() -> seals.open(sealed, "another/APIFY")).isInstanceOf(SealBroken.class);
  }

  @Test
  void equalTextsAreSealedDifferently() {
    // Given
    Seals seals = seals(OLD);
    // Then
    assertThat(seals.seal("x", PURPOSE).bytes()).isNotEqualTo(seals.seal("x", PURPOSE).bytes());
  }

  @Test
  void aChangedByteIsNoticed() {
    // Given
    Seals seals = seals(OLD);
    Sealed sealed = seals.seal("apify_api_x", PURPOSE);
    byte[] forged = sealed.bytes().clone();
    forged[forged.length - 1] ^= 1;
    // Then
    assertThatThrownBy(() -> seals.open(new Sealed(sealed.keyId(), forged), PURPOSE))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void newKeySealsAndTheOldOneStillOpens() {
    // Given
    Sealed before = seals(OLD).seal("apify_api_x", PURPOSE);
    // When
    Seals rotated = seals(NEW + ", " + OLD);
    // Then
    assertThat(rotated.open(before, PURPOSE)).isEqualTo("apify_api_x");
    assertThat(rotated.isOld(before)).isTrue();
    assertThat(rotated.seal("apify_api_x", PURPOSE).keyId()).isEqualTo("new");
  }

  @Test
  void keyThatWasTakenAwayIsNamed() {
    // Given
    Sealed before = seals(OLD).seal("apify_api_x", PURPOSE);
    // Then
    assertThatThrownBy(() -> seals(NEW).open(before, PURPOSE)).hasMessageContaining("'old'");
  }

  @Test
  void withoutAKeyNothingIsSealed() {
    assertThat(seals("").usable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:short", "noid", ":MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="})
  void keyThatIsNoneStopsTheStart(String configured) {
    assertThatThrownBy(() -> seals(configured)).hasMessageContaining("32 bytes");
  }

  private static String key(byte each) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, each);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Seals seals(String configured) {
    return new Seals(configured);
  }
}
