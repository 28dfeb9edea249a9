package io.competitoriq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.live.LiveEvent;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveTailTest {

  private static final UUID OURS = new UUID(0, 1);
  private static final UUID THEIRS = new UUID(0, 2);

  @Test
  void aWorkspaceIsToldWhatItMissed() {
    var tail = new LiveTail(10);
    add(tail, 1, OURS);
    add(tail, 2, THEIRS);
    add(tail, 3, OURS);

    assertThat(tail.after(new Position(1, 0), OURS))
        .extracting(LiveEvent::id)
        .containsExactly("3-0");
    assertThat(tail.hasGapAfter(new Position(1, 0))).isFalse();
  }

  @Test
  void whoWasAwayTooLongIsToldSo() {
    var tail = new LiveTail(2);
    for (int at = 1; at <= 4; at++) {
      add(tail, at, OURS);
    }

    assertThat(tail.hasGapAfter(new Position(1, 0))).isTrue();
    assertThat(tail.hasGapAfter(new Position(2, 0))).isFalse();
  }

  @Test
  void positionsAreOrderedByNumberNotByText() {
    assertThat(Position.parse("9-2").orElseThrow())
        .isLessThan(Position.parse("10-1").orElseThrow())
        .isLessThan(Position.parse("9-11").orElseThrow());
    assertThat(Position.parse("made up")).isEmpty();
    assertThat(Position.parse(null)).isEmpty();
  }

  @Test
  void aFullMailboxDropsTheOldestAndSaysSoOnce() {
    var mailbox = new Mailbox(2);
    mailbox.put("a");
    mailbox.put("b");
    mailbox.put("c");

    assertThat(mailbox.takeOverflow()).isTrue();
    assertThat(mailbox.takeOverflow()).isFalse();
    assertThat(mailbox.take()).contains("b");
    assertThat(mailbox.take()).contains("c");
    assertThat(mailbox.take()).isEmpty();
  }

  private static void add(LiveTail tail, long millis, UUID workspace) {
    var at = new Position(millis, 0);
    tail.add(at, new LiveEvent(at.toString(), workspace, "signal.created", new UUID(1, millis)));
  }
}
