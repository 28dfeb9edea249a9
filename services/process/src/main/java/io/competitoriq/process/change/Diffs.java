package io.competitoriq.process.change;

import io.competitoriq.http.Problems;
import io.competitoriq.messages.Evidence;
import io.competitoriq.process.change.DiffView.End;
import io.competitoriq.process.change.SourceDiff.Mark;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.fact.FactComparison;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/// Lays two versions of a source side by side, as they are compared today.
@ApplicationScoped
class Diffs {

  private final Changes changes;
  private final Documents documents;
  private final FactComparison facts;
  private final SeenMarks marks;
  private final VersionPairs pairs;
  private final KnownVersions versions;
  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  Diffs(
      Changes changes,
      Documents documents,
      FactComparison facts,
      SeenMarks marks,
      VersionPairs pairs,
      KnownVersions versions,
      WorkspaceTransactions transactions,
      Vertx vertx) {
    this.changes = changes;
    this.documents = documents;
    this.facts = facts;
    this.marks = marks;
    this.pairs = pairs;
    this.versions = versions;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /// The two versions of a change.
  Uni<DiffView> of(UUID workspaceId, UUID changeId) {
    return transactions
        .in(workspaceId, session -> load(session, changeId))
        .chain(
            told ->
                laid(workspaceId, told.pair())
                    .map(layout -> view(told.change(), told.pair(), layout)));
  }

  private Uni<Told> load(Mutiny.Session session, UUID changeId) {
    return changes
        .find(changeId)
        .chain(
            change ->
                pairs
                    .load(
                        session,
                        change.sourceId(),
                        change.fromDocumentId(),
                        change.toDocumentId(),
                        told(change))
                    .map(pair -> new Told(change, pair)));
  }

  private Uni<DiffLayout.Layout> laid(UUID workspaceId, VersionPair pair) {
    return pairs.withPages(workspaceId, pair).chain(this::laid);
  }

  private Uni<DiffLayout.Layout> laid(VersionPair pair) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> DiffLayout.of(pair), false).toCompletionStage());
  }

  private static DiffView view(ChangeView change, VersionPair pair, DiffLayout.Layout layout) {
    return new DiffView(
        change.id(),
        End.of(pair.from()),
        End.of(pair.to()),
        change.facts(),
        layout.hunks(),
        layout.truncated(),
        layout.totalLines());
  }

  /// Any two versions of a source.
  ///
  /// @param from empty for the one the member saw last, or else the oldest
  /// @param to empty for the latest
  Uni<SourceDiff> of(
      UUID workspaceId, UUID memberId, UUID sourceId, Optional<UUID> from, Optional<UUID> to) {
    return transactions
        .in(workspaceId, session -> load(session, memberId, sourceId, from, to))
        .chain(
            loaded -> laid(workspaceId, loaded.pair()).map(layout -> loaded.diff().laid(layout)));
  }

  private Uni<Between> load(
      Mutiny.Session session,
      UUID memberId,
      UUID sourceId,
      Optional<UUID> from,
      Optional<UUID> to) {
    return marks
        .of(session, memberId, sourceId)
        .chain(
            mark ->
                versions
                    .of(session, sourceId, named(mark, from, to))
                    .invoke(found -> requireAny(found, sourceId))
                    .chain(
                        found ->
                            load(
                                session,
                                sourceId,
                                found,
                                mark,
                                from.or(() -> mark.map(Mark::documentId))
                                    .orElse(found.getLast().documentId()),
                                to.orElse(found.getFirst().documentId()))));
  }

  private static Set<UUID> named(Optional<Mark> mark, Optional<UUID> from, Optional<UUID> to) {
    return Stream.of(mark.map(Mark::documentId), from, to)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static void requireAny(List<?> versions, UUID sourceId) {
    if (versions.isEmpty()) {
      throw Problems.notFound(
          "no-version-yet",
          "No version of source " + sourceId + " was read yet. Wait for its next visit.");
    }
  }

  private Uni<Between> load(
      Mutiny.Session session,
      UUID sourceId,
      List<KnownVersion> versions,
      Optional<Mark> mark,
      UUID fromId,
      UUID toId) {
    return documents
        .requireOf(sourceId, List.of(fromId, toId))
        .chain(() -> pairs.load(session, sourceId, fromId, toId, Set.of()))
        .chain(
            pair ->
                facts
                    .between(session, sourceId, pair.from().fetchedAt(), pair.to().fetchedAt())
                    .map(
                        found ->
                            new Between(
                                pair,
                                SourceDiff.of(
                                    sourceId, pair, mark.orElse(null), versions, found))));
  }

  /// Blocks the change itself speaks of are never hidden by noise.
  private static Set<String> told(ChangeView change) {
    Stream<Evidence> facts = change.facts().stream().flatMap(fact -> fact.evidence().stream());
    Stream<Evidence> texts = change.texts().stream().flatMap(text -> text.evidence().stream());
    return Stream.concat(facts, texts).map(Evidence::blockId).collect(Collectors.toSet());
  }

  private record Told(ChangeView change, VersionPair pair) {}

  /// @param diff without its hunks
  private record Between(VersionPair pair, SourceDiff diff) {}
}
