package io.competitoriq.competitors.competitor;

import static java.time.temporal.ChronoUnit.MICROS;

import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.competitors.source.SourceView;
import io.competitoriq.competitors.source.Sources;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Page;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people do with competitors that exist. A competitor of another workspace does not exist.
@ApplicationScoped
public class Competitors {

  private final WorkspaceTransactions transactions;
  private final CompetitorRepository repository;
  private final Sources sources;
  private final SourceAdding adding;
  private final Clock clock;

  Competitors(
      WorkspaceTransactions transactions,
      CompetitorRepository repository,
      Sources sources,
      SourceAdding adding,
      Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.sources = sources;
    this.adding = adding;
    this.clock = clock;
  }

  /// Newest first, those whose name or domain contains `like`.
  Uni<Page<CompetitorView>> page(
      UUID workspaceId, String like, @Nullable String cursor, int limit) {
    Optional<Cursor> after = Cursor.parse(cursor);
    int rows = Page.requireLimit(limit) + 1;
    return transactions
        .in(workspaceId, tx -> repository.page(like, after, rows).chain(all -> views(tx, all)))
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.createdAt(), view.id())));
  }

  private Uni<List<CompetitorView>> views(Mutiny.Session tx, List<Competitor> all) {
    return adding
        .counts(tx, all.stream().map(competitor -> competitor.id).toList())
        .map(
            counts ->
                all.stream()
                    .map(one -> CompetitorView.of(one, counts.getOrDefault(one.id, 0L)))
                    .toList());
  }

  /// One competitor, or problem `competitor-not-found`.
  Uni<CompetitorView> get(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            repository
                .findWatched(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .chain(competitor -> view(tx, competitor)));
  }

  private Uni<CompetitorView> view(Mutiny.Session tx, Competitor competitor) {
    return views(tx, List.of(competitor)).map(List::getFirst);
  }

  /// Changes name, tags or description.
  ///
  /// Fails with 428 or 412 when the caller has not seen the current version.
  Uni<CompetitorView> edit(
      UUID workspaceId, UUID id, @Nullable String ifMatch, EditCompetitor edit) {
    return held(
        workspaceId,
        id,
        (tx, competitor) -> {
          EntityTags.requireMatch(ifMatch, competitor.version);
          apply(competitor, edit);
          return tx.flush().chain(() -> view(tx, competitor));
        });
  }

  private void apply(Competitor competitor, EditCompetitor edit) {
    if (edit.name() != null) {
      competitor.name = requireName(edit.name());
    }
    if (edit.tags() != null) {
      competitor.tags = edit.tags().stream().map(String::strip).distinct().toArray(String[]::new);
    }
    if (edit.description() != null) {
      String description = edit.description().strip();
      competitor.description = description.isEmpty() ? null : description;
    }
    competitor.updatedAt = clock.instant().truncatedTo(MICROS);
  }

  private static String requireName(String name) {
    if (name.isBlank()) {
      throw Problems.badField("request-invalid", "name", "The name must not be blank.");
    }
    return name.strip();
  }

  /// Stops watching it and all its sources; what was collected stays.
  ///
  /// Fails with 412 when the caller names another version than the current one.
  Uni<Void> archive(UUID workspaceId, UUID id, @Nullable String ifMatch) {
    return held(
        workspaceId,
        id,
        (tx, competitor) -> {
          EntityTags.requireMatchIfAny(ifMatch, competitor.version);
          competitor.archivedAt = clock.instant().truncatedTo(MICROS);
          return tx.flush().chain(() -> adding.archiveAll(id)).replaceWithVoid();
        });
  }

  /// Its sources, oldest first. At most as many as one competitor may have, so there is one page.
  Uni<Page<SourceView>> sources(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, _ -> sources.ofCompetitor(id).call(found -> requireKnown(id, found)))
        .map(all -> new Page<>(all, null));
  }

  /// Whoever has a source is watched: its last one goes with it.
  private Uni<Void> requireKnown(UUID id, List<SourceView> sources) {
    return sources.isEmpty()
        ? repository
            .findWatched(id)
            .map(found -> found.orElseThrow(() -> missing(id)))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  /// A competitor with its sources, oldest first; or problem `competitor-not-found`.
  Uni<WatchedCompetitor> watched(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        _ ->
            repository
                .findWatched(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .chain(
                    competitor ->
                        sources
                            .ofCompetitor(id)
                            .map(
                                all ->
                                    new WatchedCompetitor(
                                        CompetitorView.of(competitor, all.size()), all))));
  }

  /// One more source, its first visit enqueued.
  Uni<SourceView> addSource(UUID workspaceId, UUID id, NewSource wanted) {
    return held(workspaceId, id, (tx, _) -> adding.addOne(tx, workspaceId, id, wanted));
  }

  /// Does the work while it holds the competitor's row, so that nobody else adds sources meanwhile;
  /// problem `competitor-not-found` when there is none.
  public <T> Uni<T> withHeld(UUID workspaceId, UUID id, Function<Mutiny.Session, Uni<T>> work) {
    return held(workspaceId, id, (tx, _) -> work.apply(tx));
  }

  private <T> Uni<T> held(
      UUID workspaceId, UUID id, BiFunction<Mutiny.Session, Competitor, Uni<T>> work) {
    return transactions.in(
        workspaceId,
        tx ->
            repository
                .findForEdit(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .chain(competitor -> work.apply(tx, competitor)));
  }

  private static ProblemException missing(UUID id) {
    return Problems.notFound("competitor-not-found", "There is no competitor " + id + ".");
  }
}
