package io.competitoriq.process.rehearsal;

import io.competitoriq.process.change.VersionPair;
import io.competitoriq.process.change.VersionPairs;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.document.StoredPages;
import io.competitoriq.process.ignore.IgnoreRule;
import io.competitoriq.process.ignore.IgnoreRules;
import io.competitoriq.process.ignore.NewRule;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Members say of hunks what they are to them, and may make a rule of it.
@ApplicationScoped
class Verdicts {

  private final Documents documents;
  private final VersionPairs pairs;
  private final StoredPages pages;
  private final IgnoreRules rules;
  private final HunkMarks marks;
  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  Verdicts(
      Documents documents,
      VersionPairs pairs,
      StoredPages pages,
      IgnoreRules rules,
      HunkMarks marks,
      WorkspaceTransactions transactions,
      Vertx vertx) {
    this.documents = documents;
    this.pairs = pairs;
    this.pages = pages;
    this.rules = rules;
    this.marks = marks;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /// Rules that would cover the hunk, the most specific first.
  Uni<List<Suggestion>> suggestions(UUID workspaceId, UUID sourceId, HunkRef hunk) {
    return transactions
        .in(workspaceId, session -> pair(session, sourceId, hunk))
        .chain(
            pair ->
                pages
                    .content(workspaceId, hunk.fromDocumentId())
                    .chain(
                        before ->
                            pages
                                .content(workspaceId, hunk.toDocumentId())
                                .chain(after -> suggest(pair, hunk, before, after))));
  }

  private Uni<List<Suggestion>> suggest(
      VersionPair pair, HunkRef hunk, Optional<Content> before, Optional<Content> after) {
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> Suggesting.of(pair, hunk, before, after), false)
                    .toCompletionStage());
  }

  /// Keeps the verdict and adds the rule, both or none.
  Uni<IgnoreRule> notRelevant(
      UUID workspaceId, UUID memberId, UUID sourceId, HunkRef hunk, NewRule rule) {
    return transactions.in(
        workspaceId,
        session ->
            pair(session, sourceId, hunk)
                .invoke(pair -> Difference.of(pair, hunk))
                .chain(() -> rules.add(workspaceId, memberId, rule))
                .call(
                    added ->
                        marks.set(
                            session, workspaceId, memberId, sourceId, hunk, false, added.id())));
  }

  Uni<Void> mark(UUID workspaceId, UUID memberId, UUID sourceId, HunkRef hunk, boolean relevant) {
    return transactions
        .in(
            workspaceId,
            session ->
                pair(session, sourceId, hunk)
                    .invoke(pair -> Difference.of(pair, hunk))
                    .chain(
                        () ->
                            marks.set(
                                session, workspaceId, memberId, sourceId, hunk, relevant, null)))
        .replaceWithVoid();
  }

  private Uni<VersionPair> pair(Mutiny.Session session, UUID sourceId, HunkRef hunk) {
    return documents
        .requireOf(sourceId, List.of(hunk.fromDocumentId(), hunk.toDocumentId()))
        .chain(
            () ->
                pairs.load(
                    session, sourceId, hunk.fromDocumentId(), hunk.toDocumentId(), Set.of()));
  }
}
