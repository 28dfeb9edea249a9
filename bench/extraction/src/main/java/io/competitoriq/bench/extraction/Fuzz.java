package io.competitoriq.bench.extraction;

import io.competitoriq.bench.extraction.Corpus.Page;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.FailureKind;
import io.competitoriq.process.document.Reading;
import io.competitoriq.process.document.Reading.NotUnderstood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.testkit.HostileHtml;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// `Fuzz DATA N`: reads N damaged versions of a corpus's pages, as the service does. Every crash
/// and every page that takes longer than 5 s of processor time is named.
final class Fuzz {

  private static final long SEED = 20261126;
  private static final double SOON_SECONDS = 5;

  /// Processor time: a machine busy with other work makes no page slow.
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private int crashes;
  private int hangs;
  private int refused;
  private double longest;

  private Fuzz() {}

  public static void main(String[] arguments) throws IOException {
    List<Page> pages = Corpus.read(Path.of(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    HostileHtml hostile = new HostileHtml(SEED);
    Fuzz fuzz = new Fuzz();
    for (int i = 0; i < count; i++) {
      Page page = pages.get(i % pages.size());
      fuzz.read(page, hostile.damaged(page.html()), i);
    }
    System.out.printf(
        Locale.ROOT,
        "{\"bench\":\"extraction\",\"fuzzed\":%d,\"refused\":%d,\"rows\":[{\"metric\":\"crashes\",\"ours\":%d,\"goal\":\"0\",\"met\":%b},{\"metric\":\"longer_than_5_s\",\"ours\":%d,\"goal\":\"0\",\"met\":%b},{\"metric\":\"longest\",\"unit\":\"s\",\"ours\":%.2f}]}%n",
        count,
        fuzz.refused,
        fuzz.crashes,
        fuzz.crashes == 0,
        fuzz.hangs,
        fuzz.hangs == 0,
        fuzz.longest);
  }

  private void read(Page page, String html, int number) {
    ProcessSnapshot snapshot =
        new ProcessSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            URI.create("https://fuzz.example/" + page.id()),
            SourceKind.OTHER,
            Collector.BUILTIN,
            "text/html",
            "UTF-8",
            "0".repeat(64),
            Instant.EPOCH);
    long start = THREADS.getCurrentThreadCpuTime();
    Reading reading = SnapshotReader.read(snapshot, html.getBytes(StandardCharsets.UTF_8));
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    longest = Math.max(longest, seconds);
    if (seconds > SOON_SECONDS) {
      hangs++;
      System.err.printf("page %s, damage %d: %.1f s%n", page.id(), number, seconds);
    }
    if (reading instanceof NotUnderstood(FailureKind kind, String detail)) {
      refused++;
      if (kind == FailureKind.READER_FAILED) {
        crashes++;
        System.err.printf("page %s, damage %d: %s%n", page.id(), number, detail);
      }
    }
  }
}
