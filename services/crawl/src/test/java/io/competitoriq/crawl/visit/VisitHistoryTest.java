package io.competitoriq.crawl.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitHistoryTest {

  private static final Instant OK = Instant.parse("2026-11-20T08:00:00Z");

  /// Last outcome, failures in a row, and of the last 7 days: visits, failures, blocked.
  @ParameterizedTest
  @CsvSource({
    "STORED,            0, 28, 0, 0, HEALTHY",
    "UNCHANGED,         0,  1, 0, 0, HEALTHY",
    "UNCHANGED,         0,  3, 2, 2, HEALTHY", // too few to have a share
    "UNCHANGED,         0,  4, 1, 1, DEGRADED",
    "UNCHANGED,         0,  8, 1, 1, HEALTHY",
    "STORED,            0,  8, 2, 0, DEGRADED",
    "BLOCKED,           1,  8, 1, 1, DEGRADED", // one hiccup does not count
    "BLOCKED,           2,  8, 2, 2, BLOCKED",
    "LOGIN,             2,  2, 2, 2, BLOCKED",
    "ERROR,             1,  1, 1, 0, DEGRADED",
    "ERROR,             2,  9, 2, 0, FAILING",
    "ROBOTS_DISALLOWED, 5,  5, 5, 0, FAILING",
    "CREDIT_OUT,        2,  0, 0, 0, FAILING",
  })
  void stateFollowsFromTheVisits(
      VisitOutcome last, long inARow, long visits, long failures, long blocked, SourceState state) {
    var history =
        new VisitHistory(
            ended(last, "Why.", "Do."), last.isRefusal(), OK, inARow, visits, failures, blocked);

    assertThat(history.diagnosis().state()).isEqualTo(state);
    assertThat(history.diagnosis().reason()).endsWith(".");
    assertThat(history.diagnosis().fix() == null).isEqualTo(state == SourceState.HEALTHY);
  }

  @Test
  void whatNeverAnsweredFailsAtOnce() {
    assertThat(never(VisitOutcome.EMPTY, false).diagnosis().state()).isEqualTo(SourceState.FAILING);
    assertThat(never(VisitOutcome.BLOCKED, true).diagnosis().state())
        .isEqualTo(SourceState.BLOCKED);
  }

  @Test
  void anErrorWithHttp429IsBeingSentAway() {
    assertThat(never(VisitOutcome.ERROR, true).diagnosis().state()).isEqualTo(SourceState.BLOCKED);
  }

  @Test
  void theVisitsOwnWordsExplainAFailureAndThereIsAlwaysAWayOn() {
    Diagnosis told = never(VisitOutcome.LOGIN, true).diagnosis();
    var silent =
        new VisitHistory(ended(VisitOutcome.EMPTY, "Nothing.", null), false, null, 1, 1, 1, 0);

    assertThat(told.reason()).isEqualTo("Why.");
    assertThat(told.fix()).isEqualTo("Do.");
    assertThat(silent.diagnosis().fix()).contains("Open the address");
  }

  @Test
  void theShareIsOfTheWeeksVisits() {
    var some = new VisitHistory(ended(VisitOutcome.STORED, "New.", null), false, OK, 0, 12, 4, 3);

    assertThat(some.blockRate()).isEqualTo(0.25);
    assertThat(some.diagnosis().reason())
        .isEqualTo("The site sent away 3 of the 12 visits of the last 7 days.");
  }

  @Test
  void withoutAVisitThereIsNoShare() {
    var none = new VisitHistory(ended(VisitOutcome.STORED, "New.", null), false, OK, 0, 0, 0, 0);

    assertThat(none.blockRate()).isNull();
  }

  private static VisitHistory never(VisitOutcome last, boolean refused) {
    return new VisitHistory(ended(last, "Why.", "Do."), refused, null, 1, 1, 1, refused ? 1 : 0);
  }

  private static Ending ended(VisitOutcome outcome, String reason, @Nullable String fix) {
    return new Ending(outcome, null, null, 0, reason, fix);
  }
}
