package io.competitoriq.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantsTest {

  @Test
  void aTimeNoDatabaseHoldsIsRefusedByName() {
    assertThatThrownBy(() -> Instants.requireStorable("since", Instant.MAX))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("since must be in the years 0001 to 9999");
    assertThatThrownBy(() -> Instants.requireStorable("since", Instant.MIN))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anyOtherIsTakenAndSoIsNone() {
    Instant now = Instant.parse("2026-11-27T12:00:00Z");

    assertThat(Instants.requireStorable("since", now)).isEqualTo(now);
    assertThat(Instants.requireStorable("since", null)).isNull();
  }
}
