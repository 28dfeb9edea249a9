package io.competitoriq.crawl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.crawl.provider.Secrets.Sealed;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String OLD = "old:" + key((byte) 1);
  private static final String NEW = "new:" + key((byte) 2);
  private static final String PURPOSE = "workspace/APIFY";

  @Test
  void whatIsSealedOpensForItsPurposeOnly() {
    // Given
    Secrets secrets = secrets(OLD);
    Sealed sealed = secrets.seal("apify_api_x", PURPOSE);
    // Then
    assertThat(secrets.open(sealed, PURPOSE)).isEqualTo("apify_api_x");
    assertThatThrownBy(() -> secrets.open(sealed, "another/APIFY"))
        .isInstanceOf(KeyUnreadable.class);
  }

  @Test
  void equalTextsAreSealedDifferently() {
    // Given
    Secrets secrets = secrets(OLD);
    // Then
    assertThat(secrets.seal("x", PURPOSE).bytes()).isNotEqualTo(secrets.seal("x", PURPOSE).bytes());
  }

  @Test
  void aChangedByteIsNoticed() {
    // Given
    Secrets secrets = secrets(OLD);
    Sealed sealed = secrets.seal("apify_api_x", PURPOSE);
    byte[] forged = sealed.bytes().clone();
    forged[forged.length - 1] ^= 1;
    // Then
    assertThatThrownBy(() -> secrets.open(new Sealed(sealed.keyId(), forged), PURPOSE))
        .isInstanceOf(KeyUnreadable.class);
  }

  @Test
  void newKeySealsAndTheOldOneStillOpens() {
    // Given
    Sealed before = secrets(OLD).seal("apify_api_x", PURPOSE);
    // When
    Secrets rotated = secrets(NEW + ", " + OLD);
    // Then
    assertThat(rotated.open(before, PURPOSE)).isEqualTo("apify_api_x");
    assertThat(rotated.isOld(before)).isTrue();
    assertThat(rotated.seal("apify_api_x", PURPOSE).keyId()).isEqualTo("new");
  }

  @Test
  void keyThatWasTakenAwayIsNamed() {
    // Given
    Sealed before = secrets(OLD).seal("apify_api_x", PURPOSE);
    // Then
    assertThatThrownBy(() -> secrets(NEW).open(before, PURPOSE)).hasMessageContaining("'old'");
  }

  @Test
  void withoutAKeyNothingIsSealed() {
    assertThat(secrets("").usable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:short", "noid", ":MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="})
  void keyThatIsNoneStopsTheStart(String configured) {
    assertThatThrownBy(() -> secrets(configured)).hasMessageContaining("32 bytes");
  }

  private static String key(byte each) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, each);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Secrets secrets(String configured) {
    return new Secrets(configured);
  }
}
