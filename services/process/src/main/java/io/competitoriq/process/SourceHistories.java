package io.competitoriq.process;

import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.change.Candidate;
import io.competitoriq.process.change.Changes;
import io.competitoriq.process.change.KnownText;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.fact.KnownPost;
import io.competitoriq.process.ignore.IgnoreRules;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.noise.Sighting;
import io.competitoriq.process.noise.Sightings;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Gathers what is known of a source, in one short transaction.
@ApplicationScoped
class SourceHistories {

  private final Documents documents;
  private final Facts facts;
  private final Changes changes;
  private final Sightings sightings;
  private final IgnoreRules rules;
  private final WorkspaceTransactions transactions;

  SourceHistories(
      Documents documents,
      Facts facts,
      Changes changes,
      Sightings sightings,
      IgnoreRules rules,
      WorkspaceTransactions transactions) {
    this.documents = documents;
    this.facts = facts;
    this.changes = changes;
    this.sightings = sightings;
    this.rules = rules;
    this.transactions = transactions;
  }

  Uni<SourceHistory> of(UUID workspaceId, ProcessSnapshot snapshot) {
    return transactions.in(workspaceId, session -> read(session, workspaceId, snapshot));
  }

  private Uni<?> remember(Mutiny.Session session, UUID workspaceId, ProcessSnapshot snapshot) {
    List<String> tags = snapshot.tags();
    return tags == null
        ? Uni.createFrom().voidItem()
        : rules.remember(session, workspaceId, snapshot.sourceId(), tags);
  }

  /// One query after the other: a session serves one at a time.
  private Uni<SourceHistory> read(
      Mutiny.Session session, UUID workspaceId, ProcessSnapshot snapshot) {
    Gathered gathered = new Gathered();
    UUID sourceId = snapshot.sourceId();
    return remember(session, workspaceId, snapshot)
        .chain(() -> documents.latest(sourceId))
        .invoke(latest -> gathered.latest = latest.orElse(null))
        .chain(() -> facts.current(sourceId))
        .invoke(known -> gathered.facts = known)
        .chain(() -> changes.candidates(sourceId))
        .invoke(candidates -> gathered.candidates = candidates)
        .chain(() -> sightings.of(session, sourceId))
        .invoke(seen -> gathered.sightings = seen)
        .chain(() -> facts.posts(snapshot.competitorId()))
        .invoke(posts -> gathered.posts = posts)
        .chain(() -> changes.toldElsewhere(snapshot))
        .invoke(told -> gathered.told = told)
        .chain(() -> rules.effective(session, sourceId))
        .invoke(effective -> gathered.ignoring = Ignoring.of(effective.rules()))
        .chain(() -> documents.visits(sourceId))
        .map(gathered::history);
  }

  /// What the queries so far have brought.
  private static final class Gathered {
    private @Nullable Version latest;
    private List<KnownFact> facts = List.of();
    private List<Candidate> candidates = List.of();
    private List<Sighting> sightings = List.of();
    private List<KnownPost> posts = List.of();
    private List<KnownText> told = List.of();
    private Ignoring ignoring = Ignoring.nothing();

    SourceHistory history(long visits) {
      return new SourceHistory(latest, facts, candidates, sightings, posts, told, visits, ignoring);
    }
  }
}
