package io.competitoriq.process.change;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Replay;
import io.competitoriq.process.fact.KnownFact;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A source whose history is kept in memory.
final class WatchedSource {

  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

  private final Replay replay = new Replay();
  private final SourceKind kind;
  private final URI url;
  private int visits;

  WatchedSource(SourceKind kind, String url) {
    this.kind = kind;
    this.url = URI.create(url);
  }

  /// Another source of the competitor tells a post just before the next visit.
  void competitorPosts(String title) {
    replay.post(title, FIRST.plus(Duration.ofDays(visits)).minusSeconds(60));
  }

  /// Another page of the competitor tells a text change.
  void competitorTells(KnownText text) {
    replay.told(text);
  }

  List<KnownFact> facts() {
    return replay.facts();
  }

  /// The findings of the next visit, a day later.
  Findings visit(String body) {
    return visit(body, FIRST.plus(Duration.ofDays(visits)));
  }

  Findings visit(String body, Instant at) {
    return ((Replay.Visit.Compared) look(body, at)).findings();
  }

  /// The next visit, a day later, whatever comes of it.
  Replay.Visit look(String body) {
    return look(body, FIRST.plus(Duration.ofDays(visits)));
  }

  private Replay.Visit look(String body, Instant at) {
    visits++;
    return replay.visit(
        new ProcessSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            url,
            kind,
            Collector.BUILTIN,
            "text/html",
            "UTF-8",
            "0".repeat(64),
            at),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
