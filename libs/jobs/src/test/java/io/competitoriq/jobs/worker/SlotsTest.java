package io.competitoriq.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.jobs.ledger.Claimed;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SlotsTest {

  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration LONG = Duration.ofHours(1);

  private final Vertx vertx = Vertx.vertx();
  private final Slots slots = new Slots(3);

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void aQueueNeedsASlot() {
    assertThatThrownBy(() -> new Slots(0)).hasMessageContaining("at least one slot, not 0");
    assertThatThrownBy(() -> slots.resize(0)).hasMessageContaining("at least one slot, not 0");
  }

  @Test
  void takenSlotsAreFreeAgainWhenTheirJobsLeave() throws InterruptedException {
    slots.take();
    slots.take();
    assertThat(slots.awaitFree(NOT_AT_ALL)).isEqualTo(1);
    slots.leave();
    assertThat(slots.awaitFree(NOT_AT_ALL)).isEqualTo(2);
    assertThat(slots.busy()).isEqualTo(1);
  }

  @Test
  void oneMoreThanThereAreIsPaidBackByTheNextToLeave() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      slots.take();
    }
    slots.leave();
    assertThat(slots.awaitFree(NOT_AT_ALL)).isZero();
    slots.leave();
    assertThat(slots.awaitFree(NOT_AT_ALL)).isEqualTo(1);
  }

  @Test
  void whoWaitsForASlotIsWokenByTheFirstToLeave() throws Exception {
    for (int i = 0; i < 3; i++) {
      slots.take();
    }
    CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(this::awaitFree);
    slots.leave();
    assertThat(waiting.get()).isEqualTo(1);
  }

  @Test
  void endedJobsAreGatheredAndKeepTheirSlots() throws InterruptedException {
    slots.gather(true);
    slots.take();
    RunningJob job = job();

    assertThat(slots.ended(job)).isTrue();

    slots.awaitVacant(3, LONG);
    assertThat(slots.free()).isEqualTo(2);
    assertThat(slots.takeEnded()).containsExactly(job);
    assertThat(slots.takeEnded()).isEmpty();
  }

  @Test
  void whenNobodyGathersEachEndIsWrittenAloneAndNoneIsForgotten() {
    slots.gather(true);
    RunningJob before = job();
    slots.ended(before);

    assertThat(slots.gather(false)).containsExactly(before);
    assertThat(slots.ended(job())).isFalse();
    assertThat(slots.takeEnded()).isEmpty();
  }

  @Test
  void aNudgeEndsTheWaitForAnEnd() throws Exception {
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::awaitEnded);
    slots.nudge();
    assertThat(waiting.get()).isTrue();
  }

  @Test
  void slotsPromisedToAClaimOnItsWayAreNotOfferedTwice() {
    slots.promise(2);

    assertThat(slots.free()).isEqualTo(1);
    assertThat(slots.vacant()).isEqualTo(1);
    assertThat(slots.busy()).isZero();
  }

  @Test
  void aPromiseTakenBackWakesWhoWaitsForTheSlots() throws Exception {
    slots.promise(3);
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::awaitAllVacant);
    slots.promise(-3);
    assertThat(waiting.get()).isTrue();
    assertThat(slots.free()).isEqualTo(3);
  }

  @Test
  void anAnswerEndsTheWaitForASlotThoughNoneIsVacant() throws Exception {
    slots.promise(3);
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::awaitAllVacant);
    slots.nudge();
    assertThat(waiting.get()).isTrue();
    assertThat(slots.awaitVacant(1, NOT_AT_ALL)).isFalse();
  }

  @Test
  void whoWaitsForANudgeIsNotWokenByASlot() throws Exception {
    slots.take();
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::awaitNudge);
    slots.leave();
    assertThat(waiting.completeOnTimeout(false, 100, TimeUnit.MILLISECONDS).get()).isFalse();
    slots.nudge();
  }

  private boolean awaitAllVacant() {
    try {
      return slots.awaitVacant(3, LONG);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean awaitNudge() {
    try {
      slots.awaitNudge(LONG);
      return true;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private int awaitFree() {
    try {
      return slots.awaitFree(LONG);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean awaitEnded() {
    try {
      slots.awaitEnded(LONG);
      return true;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private RunningJob job() {
    var claimed = new Claimed(1, "q", "k", UUID.randomUUID(), "{}", "", 1, 5, UUID.randomUUID(), 0);
    return new RunningJob(claimed, SafeContext.create(vertx), slots, LONG, _ -> {});
  }
}
