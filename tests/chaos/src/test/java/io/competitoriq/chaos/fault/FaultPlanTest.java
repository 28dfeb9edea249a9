package io.competitoriq.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.chaos.fault.FaultPlan.Planned;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static final int KINDS = Fault.values().length;

  @Test
  void oneSeedIsOneSequence() {
    assertThat(first(4711, 3 * KINDS)).isEqualTo(first(4711, 3 * KINDS));
    assertThat(first(4711, 3 * KINDS)).isNotEqualTo(first(4712, 3 * KINDS));
  }

  @Test
  void everyKindComesOnceBeforeAnyComesAgain() {
    List<Planned> plan = first(1, 2 * KINDS);

    assertThat(plan.subList(0, KINDS)).extracting(Planned::fault).containsOnly(Fault.values());
    assertThat(plan.subList(KINDS, 2 * KINDS))
        .extracting(Planned::fault)
        .containsOnly(Fault.values());
  }

  private static List<Planned> first(long seed, int faults) {
    FaultPlan plan = new FaultPlan(seed, 4, true);
    return Stream.generate(plan::next).limit(faults).toList();
  }
}
