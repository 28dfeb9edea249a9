package io.competitoriq.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeySecretTest {

  private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

  private final ApiKeySecret secret = ApiKeySecret.random(ID, new SecureRandom());

  @Test
  void aKeyNamesItselfAndIsReadBack() {
    assertThat(secret.text())
        .matches("ciq_0198c0de000070008000000000000001_[0-9a-f]{72}")
        .startsWith(ApiKeySecret.start(ID));
    assertThat(ApiKeySecret.parse(secret.text())).contains(secret);
  }

  @Test
  void aTypoAnywhereIsSeenBeforeAnybodyIsAsked() {
    String text = secret.text();
    for (int at = 4; at < text.length(); at++) {
      char other = text.charAt(at) == '7' ? '8' : '7';
      String mistyped = text.substring(0, at) + other + text.substring(at + 1);

      assertThat(ApiKeySecret.parse(mistyped)).as(mistyped).isEmpty();
    }
    assertThat(ApiKeySecret.parse(text.substring(0, text.length() - 1))).isEmpty();
  }

  @Test
  void neitherLogsNorTheDatabaseGetTheSecret() {
    assertThat(secret.toString()).doesNotContain(secret.secret());
    assertThat(secret.hash()).hasSize(64).isNotEqualTo(secret.secret());
  }
}
