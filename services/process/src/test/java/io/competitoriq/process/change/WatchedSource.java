package io.competitoriq.process.change;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.process.evidence.QuoteCheck;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.fact.KnownPost;
import io.competitoriq.process.noise.Sighting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source whose history is kept in memory by the rules the tables keep it by.
final class WatchedSource {

  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

  private final SourceKind kind;
  private final URI url;
  private @Nullable Version latest;
  private List<KnownFact> facts = new ArrayList<>();
  private List<Candidate> candidates = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<KnownPost> posts = new ArrayList<>();
  private int visits;

  WatchedSource(SourceKind kind, String url) {
    this.kind = kind;
    this.url = URI.create(url);
  }

  /// Another source of the competitor tells a post just before the next visit.
  void competitorPosts(String title) {
    posts.add(new KnownPost(title, FIRST.plus(Duration.ofDays(visits)).minusSeconds(60)));
  }

  List<KnownFact> facts() {
    return facts;
  }

  /// The findings of the next visit, a day later.
  Findings visit(String body) {
    return visit(body, FIRST.plus(Duration.ofDays(visits)));
  }

  Findings visit(String body, Instant at) {
    UUID snapshot = UUID.randomUUID();
    var job =
        new ProcessSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            snapshot,
            null,
            url,
            kind,
            Collector.BUILTIN,
            "text/html",
            "UTF-8",
            "0".repeat(64),
            at);
    var reading = (Understood) SnapshotReader.read(job, body.getBytes(StandardCharsets.UTF_8));
    Version now =
        new Version(
            UUID.randomUUID(),
            snapshot,
            url,
            at,
            SnapshotReader.VERSION,
            reading.content().text(),
            reading.content().blocks());
    boolean listing = reading.pageClass().isListing() && reading.facts().size() > 1;
    Findings findings =
        ChangeFinder.find(
            now,
            reading.facts(),
            listing,
            new SourceHistory(latest, facts, candidates, sightings, posts, visits),
            UUID::randomUUID);
    remember(now, findings);
    return findings;
  }

  private void remember(Version now, Findings findings) {
    if (latest != null && !latest.fetchedAt().isBefore(now.fetchedAt())) {
      return;
    }
    visits++;
    latest = now;
    List<KnownFact> kept = new ArrayList<>();
    for (KnownFact fact : facts) {
      if (!findings.facts().closed().contains(fact.id())) {
        boolean missing = findings.facts().missing().contains(fact.id());
        boolean seen = findings.facts().seen().contains(fact.id());
        Instant since = missing ? now.fetchedAt() : seen ? null : fact.missingSince();
        kept.add(known(fact.id(), fact, since));
      }
    }
    findings.facts().opened().forEach(draft -> kept.add(known(draft, now)));
    facts = kept;
    candidates = new ArrayList<>();
    findings.found().stream()
        .filter(found -> found.status() == ChangeStatus.CANDIDATE)
        .forEach(
            found -> candidates.add(new Candidate(found.id(), now.documentId(), found.hunks())));
    findings.sightings().forEach(this::remember);
  }

  private void remember(Sighting seen) {
    for (int i = 0; i < sightings.size(); i++) {
      Sighting old = sightings.get(i);
      if (old.slot().equals(seen.slot()) && old.textKey().equals(seen.textKey())) {
        int returns = old.returns() + (seen.lastVisit() > old.lastVisit() + 1 ? 1 : 0);
        sightings.set(
            i,
            new Sighting(
                seen.slot(), seen.textKey(), Math.max(old.lastVisit(), seen.lastVisit()), returns));
        return;
      }
    }
    sightings.add(seen);
  }

  private static KnownFact known(UUID id, KnownFact fact, @Nullable Instant missing) {
    return new KnownFact(
        id,
        fact.kind(),
        fact.key(),
        fact.subject(),
        fact.field(),
        fact.value(),
        fact.validFrom(),
        missing,
        fact.evidence());
  }

  private static KnownFact known(FactDraft draft, Version now) {
    List<Evidence> evidence =
        draft.quote() == null
            ? List.of()
            : List.of(QuoteCheck.evidence(Side.AFTER, now, draft.quote(), UUID::randomUUID));
    Instant from = draft.validFrom() == null ? now.fetchedAt() : draft.validFrom();
    return new KnownFact(
        UUID.randomUUID(),
        draft.kind(),
        draft.key(),
        draft.subject(),
        draft.field(),
        draft.value(),
        from,
        null,
        evidence);
  }
}
