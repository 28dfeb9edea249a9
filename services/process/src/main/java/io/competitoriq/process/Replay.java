package io.competitoriq.process;

import io.competitoriq.http.Ids;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.Understanding.Compared;
import io.competitoriq.process.Understanding.Unread;
import io.competitoriq.process.change.Candidate;
import io.competitoriq.process.change.ChangeFinder;
import io.competitoriq.process.change.ChangeStatus;
import io.competitoriq.process.change.Findings;
import io.competitoriq.process.change.KnownText;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.change.Step;
import io.competitoriq.process.document.Reading.NotUnderstood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Grounding;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.fact.KnownPost;
import io.competitoriq.process.noise.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plays visits of one source through reading and comparing as a job does, with the history in
/// memory by the rules the tables keep it by. CPU work; not for several threads.
public final class Replay {

  private final List<KnownPost> posts = new ArrayList<>();
  private final List<KnownText> told = new ArrayList<>();
  private final Map<String, Sighting> sightings = new LinkedHashMap<>();
  private @Nullable Version latest;
  private List<KnownFact> facts = List.of();
  private List<Candidate> candidates = List.of();
  private long visits;

  /// What holds of the source after the visits so far.
  public List<KnownFact> facts() {
    return facts;
  }

  /// Another source of the competitor tells a post.
  public void post(String title, Instant at) {
    posts.add(new KnownPost(title, at));
  }

  /// Another source of the competitor tells a text change.
  public void told(KnownText text) {
    told.add(text);
  }

  /// The next visit. Visits come in the order in which their snapshots are processed.
  public Visit visit(ProcessSnapshot snapshot, byte[] body) {
    SourceHistory history =
        new SourceHistory(
            latest, facts, candidates, List.copyOf(sightings.values()), posts, told, visits);
    return switch (Understanding.of(snapshot, SnapshotReader.read(snapshot, body), history)) {
      case Unread unread -> new Visit.Incident((NotUnderstood) unread.reading());
      case Compared compared -> {
        List<Step> steps = ChangeFinder.steps(compared.version(), compared.listing(), history);
        if (latest == null || latest.fetchedAt().isBefore(snapshot.fetchedAt())) {
          remember(compared.version(), compared.findings());
        }
        yield new Visit.Compared(compared.version(), compared.findings(), steps);
      }
    };
  }

  private void remember(Version now, Findings findings) {
    visits++;
    latest = now;
    List<KnownFact> kept = new ArrayList<>();
    for (KnownFact fact : facts) {
      if (!findings.facts().closed().contains(fact.id())) {
        boolean missing = findings.facts().missing().contains(fact.id());
        boolean seen = findings.facts().seen().contains(fact.id());
        kept.add(fact.missing(missing ? now.fetchedAt() : seen ? null : fact.missingSince()));
      }
    }
    findings.facts().opened().forEach(draft -> kept.add(opened(draft, now)));
    facts = List.copyOf(kept);
    rememberCandidates(now, findings);
    findings.sightings().forEach(seen -> sightings.merge(place(seen), seen, Replay::seenAgain));
    sightings.values().removeIf(seen -> seen.lastVisit() < visits - 10);
  }

  private void rememberCandidates(Version now, Findings findings) {
    Set<UUID> settled =
        findings.settled().stream().map(Findings.Settled::changeId).collect(Collectors.toSet());
    List<Candidate> open = new ArrayList<>(candidates);
    open.removeIf(candidate -> settled.contains(candidate.changeId()));
    findings.found().stream()
        .filter(found -> found.status() == ChangeStatus.CANDIDATE)
        .forEach(found -> open.add(new Candidate(found.id(), now.documentId(), found.hunks())));
    candidates = List.copyOf(open);
  }

  private static String place(Sighting seen) {
    return seen.slot() + " " + seen.textKey();
  }

  private static Sighting seenAgain(Sighting old, Sighting seen) {
    int returns = old.returns() + (seen.lastVisit() > old.lastVisit() + 1 ? 1 : 0);
    return new Sighting(
        seen.slot(), seen.textKey(), Math.max(old.lastVisit(), seen.lastVisit()), returns);
  }

  private static KnownFact opened(FactDraft draft, Version now) {
    Grounding grounding = Grounding.of(draft, now);
    Instant from = draft.validFrom() == null ? now.fetchedAt() : draft.validFrom();
    UUID id = Ids.next();
    return new KnownFact(
        id,
        id,
        draft.kind(),
        draft.key(),
        draft.subject(),
        draft.field(),
        draft.value(),
        from,
        null,
        draft.link(),
        grounding.evidence(),
        draft.terms(),
        grounding.details());
  }

  /// What a visit came to.
  public sealed interface Visit {

    /// @param steps from the version before, those that are no news with their reason; none at a
    ///   baseline
    record Compared(Version version, Findings findings, List<Step> steps) implements Visit {
      public Compared {
        steps = List.copyOf(steps);
      }
    }

    /// The snapshot could not be read: the source has a problem, nothing has changed.
    record Incident(NotUnderstood reading) implements Visit {}
  }
}
