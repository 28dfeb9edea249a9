package io.competitoriq.process;

import io.competitoriq.process.change.Candidate;
import io.competitoriq.process.change.Changes;
import io.competitoriq.process.change.SourceHistory;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.noise.Sightings;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Gathers what is known of a source, in one short reading transaction.
@ApplicationScoped
class SourceHistories {

  private final Documents documents;
  private final Facts facts;
  private final Changes changes;
  private final Sightings sightings;
  private final WorkspaceTransactions transactions;

  SourceHistories(
      Documents documents,
      Facts facts,
      Changes changes,
      Sightings sightings,
      WorkspaceTransactions transactions) {
    this.documents = documents;
    this.facts = facts;
    this.changes = changes;
    this.sightings = sightings;
    this.transactions = transactions;
  }

  Uni<SourceHistory> of(UUID workspaceId, UUID sourceId) {
    return transactions.in(workspaceId, session -> read(session, sourceId));
  }

  /// One query after the other: a session serves one at a time.
  private Uni<SourceHistory> read(Mutiny.Session session, UUID sourceId) {
    return documents
        .latest(sourceId)
        .chain(
            latest ->
                facts.current(sourceId).chain(known -> rest(session, sourceId, latest, known)));
  }

  private Uni<SourceHistory> rest(
      Mutiny.Session session, UUID sourceId, Optional<Version> latest, List<KnownFact> known) {
    return changes
        .candidates(sourceId)
        .chain(candidates -> memory(session, sourceId, latest, known, candidates));
  }

  private Uni<SourceHistory> memory(
      Mutiny.Session session,
      UUID sourceId,
      Optional<Version> latest,
      List<KnownFact> known,
      List<Candidate> candidates) {
    return sightings
        .of(session, sourceId)
        .chain(
            seen ->
                documents
                    .visits(sourceId)
                    .map(
                        visits ->
                            new SourceHistory(
                                latest.orElse(null), known, candidates, seen, visits)));
  }
}
