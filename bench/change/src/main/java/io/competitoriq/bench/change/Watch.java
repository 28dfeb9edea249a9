package io.competitoriq.bench.change;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Replay;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// One source that is visited daily, by the product's own path.
final class Watch {

  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

  private final Replay replay = new Replay();
  private final UUID competitor = UUID.randomUUID();
  private final UUID source = UUID.randomUUID();
  private final URI url;
  private int visits;

  Watch(URI url) {
    this.url = url;
  }

  Replay.Visit visit(String html) {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    Instant at = FIRST.plus(Duration.ofDays(visits++));
    return replay.visit(
        new ProcessSnapshot(
            competitor,
            source,
            UUID.randomUUID(),
            null,
            url,
            SourceKind.OTHER,
            Collector.BUILTIN,
            "text/html",
            "UTF-8",
            "0".repeat(64),
            at),
        body);
  }
}
