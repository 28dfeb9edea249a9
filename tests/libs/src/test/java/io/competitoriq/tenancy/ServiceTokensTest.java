package io.competitoriq.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {

  private final TenancyConfig config = () -> "0123456789abcdef0123456789abcdef";

  @Test
  void aRoleThatWasLoweredHoldsNowhereLongerThanAMinute() {
    // When
    long before = Instant.now().getEpochSecond();
    String token =
        new ServiceTokens(config).issue(UUID.randomUUID(), UUID.randomUUID(), Role.ADMIN);
    // Then
    String payload =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    long expires = new JsonObject(payload).getLong("exp");
    int forgiven = new TokenVerification().verification(config).getClockSkew();
    assertThat(expires - before + forgiven).isBetween(30L, 61L);
  }
}
