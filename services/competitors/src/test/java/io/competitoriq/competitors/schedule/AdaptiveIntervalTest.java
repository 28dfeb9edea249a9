package io.competitoriq.competitors.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.competitoriq.competitors.schedule.Rhythm.Adaptive;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveIntervalTest {

  private static final Duration START = Duration.ofHours(6);
  private static final Adaptive DAILY =
      Adaptive.from(Duration.ofHours(24), Duration.ofHours(6), Duration.ofDays(8));
  private static final int WINDOW = 20;

  /// Cho and Garcia-Molina's figure for n = 10, X = 6 and the ends of the scale.
  @ParameterizedTest(name = "{1} of {0}: {2} per visit")
  @CsvSource({"10,6,0.8473", "10,0,0", "10,10,3.0445", "20,3,0.1582", "1,1,1.0986"})
  void changesPerVisitAreThoseOfTheEstimator(int visits, int changes, double expected) {
    assertThat(new Tally(visits, changes).changesPerVisit()).isCloseTo(expected, within(0.0001));
  }

  @Test
  void theMoreChangesTheShorterTheInterval() {
    for (int visits = 3; visits <= WINDOW; visits++) {
      Duration before = Duration.ofDays(366);
      for (int changes = 0; changes <= visits; changes++) {
        Duration settled = settled(DAILY, history(visits, changes, Duration.ofHours(24)));
        assertThat(settled).isLessThanOrEqualTo(before);
        before = settled;
      }
      assertThat(before).as("changed at all %d visits", visits).isLessThan(DAILY.start());
    }
  }

  @Test
  void noStepLeavesTheBoundsOrMoreThanDoublesOrHalves() {
    // Given
    RandomGenerator random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      Adaptive now = anyRhythm(random);
      int visits = random.nextInt(WINDOW + 1);
      Duration span = Duration.ofSeconds(random.nextLong(1L << random.nextInt(1, 26)));
      History known = new History(new Tally(visits, random.nextInt(visits + 1)), span);
      // When
      Duration next = AdaptiveInterval.next(now, known).current();
      // Then
      assertThat(next).isBetween(now.shortest(), now.longest());
      assertThat(next).isBetween(now.current().dividedBy(2), now.current().multipliedBy(2));
    }
  }

  private static Adaptive anyRhythm(RandomGenerator random) {
    Duration shortest = Duration.ofSeconds(1 + random.nextLong(100_000));
    Duration start = shortest.plusSeconds(random.nextLong(1_000_000));
    Duration longest = start.plusSeconds(random.nextLong(10_000_000));
    long millis = random.nextLong(shortest.toMillis(), longest.toMillis() + 1);
    return new Adaptive(start, shortest, longest, Duration.ofMillis(millis), Tally.NONE);
  }

  @Test
  void oneChangeAfterManyQuietVisitsDoesNotSwingIt() {
    // Given
    Adaptive quiet = settledRhythm(DAILY, history(WINDOW, 0, Duration.ofDays(8)));
    // When
    Duration next = AdaptiveInterval.next(quiet, history(WINDOW, 1, Duration.ofDays(8))).current();
    // Then
    assertThat(quiet.current()).isEqualTo(DAILY.longest());
    assertThat(next).isEqualTo(DAILY.longest());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void tooFewVisitsTellNothing(int visits) {
    // When
    Adaptive next = AdaptiveInterval.next(DAILY, history(visits, visits, Duration.ofHours(24)));
    // Then
    assertThat(next.current()).isEqualTo(DAILY.start());
    assertThat(AdaptiveView.of(next).why())
        .isEqualTo("Too few visits yet to tell how often it changes: every 24 h.");
  }

  @ParameterizedTest(name = "{0} of 20: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | No change in the last 20 visits: every 2 days.
          1  | Changed once in the last 20 visits: every 2 days.
          7  | Changed 7 times in the last 20 visits: every 28 h.
          20 | Changed 20 times in the last 20 visits: every 12 h.
          """)
  void theReasonSaysWhatWasSeenAndWhatCameOfIt(int changes, String why) {
    // When
    Adaptive next = AdaptiveInterval.next(DAILY, history(WINDOW, changes, Duration.ofHours(24)));
    // Then
    assertThat(AdaptiveView.of(next).why()).isEqualTo(why);
  }

  @Test
  void aBoundIsNamed() {
    // When
    Adaptive often = settledRhythm(DAILY, history(WINDOW, 20, Duration.ofHours(24)));
    Adaptive seldom = settledRhythm(DAILY, history(WINDOW, 0, Duration.ofHours(24)));
    // Then
    assertThat(AdaptiveView.of(often).why())
        .isEqualTo("Changed 20 times in the last 20 visits: every 6 h, the shortest set.");
    assertThat(AdaptiveView.of(seldom).why())
        .isEqualTo("No change in the last 20 visits: every 8 days, the longest set.");
  }

  /// A source that changes at random, visited as the rhythm says, its last 20 visits counted.
  @ParameterizedTest(name = "changes every {0} h on average")
  @ValueSource(ints = {6, 12, 24, 48})
  void visitsSettleAroundHalfTheTimeBetweenChanges(int hours) {
    // Given
    RandomGenerator random = new Random(hours);
    Adaptive rhythm = Adaptive.from(START, Duration.ofMinutes(15), Duration.ofDays(30));
    Deque<Visit> last = new ArrayDeque<>();
    List<Double> lived = new ArrayList<>();
    // When
    for (int visit = 0; visit < 2000; visit++) {
      double waited = rhythm.current().toMinutes() / 60.0;
      last.addLast(new Visit(waited, random.nextDouble() < 1 - Math.exp(-waited / hours)));
      if (last.size() > WINDOW) {
        last.removeFirst();
      }
      rhythm = AdaptiveInterval.next(rhythm, history(last));
      lived.add(waited);
    }
    // Then
    double mean = lived.stream().skip(200).mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isBetween(0.35 * hours, 0.75 * hours);
  }

  private record Visit(double hoursWaited, boolean changed) {}

  private static History history(Deque<Visit> last) {
    double hours = last.stream().mapToDouble(Visit::hoursWaited).sum();
    int changes = (int) last.stream().filter(Visit::changed).count();
    return new History(new Tally(last.size(), changes), Duration.ofMinutes((long) (hours * 60)));
  }

  private static History history(int visits, int changes, Duration interval) {
    return new History(new Tally(visits, changes), interval.multipliedBy(visits));
  }

  private static Duration settled(Adaptive rhythm, History known) {
    return settledRhythm(rhythm, known).current();
  }

  private static Adaptive settledRhythm(Adaptive rhythm, History known) {
    Adaptive settled = rhythm;
    for (int step = 0; step < 10; step++) {
      settled = AdaptiveInterval.next(settled, known);
    }
    return settled;
  }
}
