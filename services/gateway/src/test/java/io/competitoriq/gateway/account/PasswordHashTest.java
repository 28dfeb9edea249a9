package io.competitoriq.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(1024, 1, 1);
  private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);

  @Test
  void itIsTheHashOtherArgon2ProgramsCompute() {
    // Given: the reference implementation's vector, `argon2 somesalt -id -t 2 -m 16 -p 1 -l 32`.
    byte[] salt = "somesalt".getBytes(StandardCharsets.UTF_8);

    // When
    var hash = PasswordHash.compute("password", salt, new PasswordHash.Cost(65536, 2, 1));

    // Then
    assertThat(hash.hash())
        .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }

  @Test
  void theStoredFormKnowsItsPasswordAndNoOther() {
    var stored = PasswordHash.parse(PasswordHash.compute("geheim", SALT, CHEAP).phc());

    assertThat(stored.matches("geheim")).isTrue();
    assertThat(stored.matches("Geheim")).isFalse();
    assertThat(stored.cost()).isEqualTo(CHEAP);
  }

  @Test
  void theParametersTravelWithTheHash() {
    assertThat(PasswordHash.compute("geheim", SALT, CHEAP).phc())
        .startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
  }

  @Test
  void somethingElseIsRefused() {
    assertThatThrownBy(() -> PasswordHash.parse("$2y$10$abcdefghijklmnopqrstuv"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
