package io.competitoriq.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlagRuleTest {

  private static final UUID WORKSPACE = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

  @Test
  void theSameWorkspaceIsAlwaysOnTheSameSideAndStaysOnWhenTheShareGrows() {
    for (UUID workspace : workspaces(500)) {
      boolean on = false;
      for (int percentage = 0; percentage <= 100; percentage += 5) {
        boolean now = split("a", percentage).decide(workspace).on();
        assertThat(now).isEqualTo(split("a", percentage).decide(workspace).on());
        assertThat(on && !now).isFalse();
        on = now;
      }
      assertThat(on).isTrue();
    }
  }

  @Test
  void theShareIsWhatWasAskedFor() {
    for (int percentage : new int[] {0, 1, 10, 25, 50, 90, 100}) {
      FlagRule rule = split("a", percentage);
      long on =
          Arrays.stream(workspaces(20_000))
              .filter(workspace -> rule.decide(workspace).on())
              .count();
      assertThat(on / 200.0).isCloseTo(percentage, within(1.2));
    }
  }

  @Test
  void twoFlagsSplitDifferently() {
    long both =
        Arrays.stream(workspaces(20_000))
            .filter(w -> split("a", 50).decide(w).on() && split("b", 50).decide(w).on())
            .count();
    assertThat(both / 200.0).isCloseTo(25, within(1.5));
  }

  @Test
  void killingWinsOverNamesAndNamesOverTheShare() {
    Set<UUID> us = Set.of(WORKSPACE);
    assertThat(new FlagRule("a", true, 100, us, Set.of(), true).decide(WORKSPACE).on()).isFalse();
    assertThat(new FlagRule("a", true, 0, us, Set.of(), false).decide(WORKSPACE).on()).isTrue();
    assertThat(new FlagRule("a", false, 0, us, Set.of(), false).decide(WORKSPACE).on()).isTrue();
    assertThat(new FlagRule("a", true, 100, us, us, false).decide(WORKSPACE).on()).isFalse();
    assertThat(new FlagRule("a", false, 100, Set.of(), Set.of(), false).decide(WORKSPACE).on())
        .isFalse();
    assertThat(split("a", 99).decide(null).on()).isFalse();
    assertThat(split("a", 100).decide(null).on()).isTrue();
  }

  /// Take the flag and the branch it left behind out of the code.
  @Test
  void noFlagInTheCodeIsPastItsEnd() {
    LocalDate today = LocalDate.now(java.time.Clock.systemUTC());
    assertThat(Flag.values())
        .allSatisfy(flag -> flag.expires().ifPresent(end -> assertThat(end).isAfter(today)));
  }

  private static FlagRule split(String key, int percentage) {
    return new FlagRule(key, true, percentage, Set.of(), Set.of(), false);
  }

  private static UUID[] workspaces(int count) {
    Random random = new Random(7);
    return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
        .limit(count)
        .toArray(UUID[]::new);
  }
}
