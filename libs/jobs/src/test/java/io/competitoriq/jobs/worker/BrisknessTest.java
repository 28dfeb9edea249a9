package io.competitoriq.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrisknessTest {

  private final Briskness briskness = new Briskness();

  @Test
  void aQueueNobodyKnowsIsNotBrisk() {
    assertThat(briskness.isBrisk()).isFalse();
  }

  @Test
  void shortJobsMakeItBrisk() {
    note(5, Duration.ofMillis(1));

    assertThat(briskness.isBrisk()).isTrue();
  }

  @Test
  void oneLongJobIsMadeGoodBySomeDozenShortOnes() {
    note(200, Duration.ofMillis(1));

    note(1, Duration.ofHours(1));
    note(2, Duration.ofHours(1));
    assertThat(briskness.isBrisk()).isFalse();
    note(24, Duration.ofMillis(1));
    assertThat(briskness.isBrisk()).isTrue();
  }

  private void note(int jobs, Duration ran) {
    for (int i = 0; i < jobs; i++) {
      briskness.note(ran);
    }
  }
}
