package io.competitoriq.process.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.NoisyPricingPage;
import io.competitoriq.process.document.Reading.NotUnderstood;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.testkit.HostileHtml;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a page is made of, reading it ends soon and in one of the outcomes.
class HostilePagesTest {

  /// Processor time, so that a busy machine is no hang.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final Duration SOON = Duration.ofSeconds(5);

  private static final int DAMAGED = 30;

  @Test
  void damagedPagesAreReadOrRefusedAndNeverBreakTheReader() {
    // Given
    HostileHtml hostile = new HostileHtml(20261126);
    NoisyPricingPage pages = new NoisyPricingPage(7, 5);
    int understood = 0;
    for (int i = 0; i < DAMAGED; i++) {
      String page = hostile.damaged(pages.visit(49));
      // When
      Reading reading = readSoon(page.getBytes(StandardCharsets.UTF_8));
      // Then
      switch (reading) {
        case Understood _ -> understood++;
        case NotUnderstood(FailureKind kind, String detail) ->
            assertThat(kind).as("%s, page %d", detail, i).isNotEqualTo(FailureKind.READER_FAILED);
      }
    }
    assertThat(understood).isGreaterThan(DAMAGED / 2);
  }

  @Test
  void aPageOf50MegabytesIsRefused() {
    assertThat(readSoon("<p>word</p>\n".repeat(4_400_000).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new NotUnderstood(FailureKind.TOO_LARGE, "52800000 bytes, at most 12000000"));
  }

  @Test
  void aPageOfAMillionNodesIsRefused() {
    assertThat(readSoon("<p>a".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new NotUnderstood(FailureKind.TOO_LARGE, "1000000 tags, at most 60000"));
  }

  @Test
  void theLargestPagesAllowedAreReadSoon() {
    assertThat(readSoon("<p>a word".repeat(59_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(readSoon(("<div>".repeat(59_000) + "deep").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(
            readSoon(("<p>" + "one long line, ".repeat(780_000)).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span>Ann Lee <b>$9 a month</b><div>Pro</div>",
        "<span>Ann Lee <div><b>$9 a month</div>",
        "<x-card>Ann Lee <b>$9 a month</b><sup>99</sup>",
        "<a href=tel:1>+1 555 010 9999 <p>sales@shop.example<p>",
      })
  void elementsThatHoldTheRestOfThePageAreReadSoon(String unclosed) {
    assertThat(readSoon(unclosed.repeat(4_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
  }

  @Test
  void unclosedLettersAboveListsOfGreatDepthAreRead() {
    // Given
    String page = "<li><b><b>" + "<li><ul>".repeat(300) + "deep";
    // When
    Reading reading = readSoon(page.getBytes(StandardCharsets.UTF_8));
    // Then
    assertThat(reading)
        .isInstanceOfSatisfying(
            Understood.class, read -> assertThat(read.content().text()).isEqualTo("deep"));
  }

  private static Reading readSoon(byte[] body) {
    ProcessSnapshot snapshot =
        new ProcessSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            URI.create("https://shop.example/pricing"),
            SourceKind.PRICING,
            Collector.BUILTIN,
            "text/html",
            "UTF-8",
            "0".repeat(64),
            Instant.parse("2026-11-26T12:00:00Z"));
    long start = CLOCK.getCurrentThreadCpuTime();
    Reading reading = SnapshotReader.read(snapshot, body);
    assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start)).isLessThan(SOON);
    return reading;
  }
}
