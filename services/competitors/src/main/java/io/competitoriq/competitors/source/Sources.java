package io.competitoriq.competitors.source;

import static java.time.temporal.ChronoUnit.MICROS;

import io.competitoriq.competitors.schedule.Schedule;
import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.competitors.schedule.Schedules;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Page;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.VisitReason;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people do with sources that exist. A source of another workspace does not exist.
@ApplicationScoped
public class Sources {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final WorkspaceTransactions transactions;
  private final SourceRepository repository;
  private final Visits visits;
  private final Schedules schedules;
  private final LiveEvents live;
  private final Clock clock;

  Sources(
      WorkspaceTransactions transactions,
      SourceRepository repository,
      Visits visits,
      Schedules schedules,
      LiveEvents live,
      Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.visits = visits;
    this.schedules = schedules;
    this.live = live;
    this.clock = clock;
  }

  /// All sources of the workspace, newest first.
  Uni<Page<SourceView>> page(UUID workspaceId, @Nullable String cursor, int limit) {
    Optional<Cursor> after = Cursor.parse(cursor);
    int rows = Page.requireLimit(limit) + 1;
    return transactions
        .in(workspaceId, _ -> repository.page(after, rows))
        .map(found -> found.stream().map(SourceView::of).toList())
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.createdAt(), view.id())));
  }

  /// One source, or problem `source-not-found`.
  Uni<SourceView> get(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, _ -> repository.findWatched(id))
        .map(found -> SourceView.of(found.orElseThrow(() -> missing(id))));
  }

  /// Changes schedule, pause, kind, rendering, title or options; a new schedule counts from now.
  ///
  /// Fails with 428 or 412 when the caller has not seen the current version.
  Uni<SourceView> edit(UUID workspaceId, UUID id, @Nullable String ifMatch, EditSource edit) {
    return transactions.in(
        workspaceId,
        tx ->
            repository
                .findForEdit(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .invoke(source -> EntityTags.requireMatch(ifMatch, source.version))
                .invoke(source -> apply(source, edit))
                .call(() -> tx.flush())
                .invoke(source -> live.publish(workspaceId, "source.updated", source.id))
                .map(SourceView::of));
  }

  private void apply(Source source, EditSource edit) {
    Instant now = now();
    if (edit.kind() != null) {
      source.kind = edit.kind();
    }
    if (edit.paused() != null) {
      source.paused = edit.paused();
    }
    if (edit.rendering() != null) {
      source.rendering = edit.rendering();
    }
    if (edit.title() != null) {
      source.title = edit.title().strip();
    }
    if (edit.options() != null) {
      source.options = edit.options();
    }
    if (edit.schedule() != null) {
      plan(source, edit.schedule(), now);
    }
    source.updatedAt = now;
  }

  private void plan(Source source, ScheduleView asked, Instant now) {
    Schedule wanted =
        schedules.read(asked, source.kind, source.collector).continuing(source.schedule());
    source.follow(wanted);
    source.nextVisitAt = schedules.next(wanted, now);
  }

  /// Stops watching; what was collected stays.
  ///
  /// Fails with 412 when the caller names another version than the current one.
  Uni<Void> remove(UUID workspaceId, UUID id, @Nullable String ifMatch) {
    return transactions.in(
        workspaceId,
        tx ->
            repository
                .findForEdit(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .invoke(source -> EntityTags.requireMatchIfAny(ifMatch, source.version))
                .invoke(source -> source.archivedAt = now())
                .call(() -> tx.flush())
                .invoke(source -> live.publish(workspaceId, "source.updated", source.id))
                .replaceWithVoid());
  }

  /// Visits now, once: while a visit is on its way, asking again answers that one.
  ///
  /// Fails with 503 `queue-full` when the crawlers' queue takes no more.
  Uni<VisitRequest> visit(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            repository
                .findForEdit(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .chain(source -> visit(tx, source)));
  }

  private Uni<VisitRequest> visit(Mutiny.Session tx, Source source) {
    Instant now = now();
    return visits
        .ask(tx, source, now, VisitReason.REQUESTED)
        .chain(
            answer ->
                switch (answer) {
                  case Enqueued.Added(long jobId) ->
                      visited(source, now).replaceWith(new VisitRequest(jobId, false));
                  case Enqueued.Duplicate(long jobId) ->
                      Uni.createFrom().item(new VisitRequest(jobId, true));
                  case Enqueued.Rejected(String reason) ->
                      Uni.createFrom().failure(queueFull(reason));
                });
  }

  /// A requested visit counts: the next planned one is a full interval away.
  private Uni<Integer> visited(Source source, Instant now) {
    return repository
        .visited(source.id, schedules.next(source.schedule(), now), now)
        .invoke(() -> live.publish(source.workspaceId, "source.updated", source.id));
  }

  /// Sources of one competitor, oldest first.
  public Uni<List<SourceView>> ofCompetitor(UUID competitorId) {
    return repository
        .ofCompetitor(competitorId)
        .map(found -> found.stream().map(SourceView::of).toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(MICROS);
  }

  private static ProblemException queueFull(String reason) {
    return Problems.unavailable(
        "queue-full", "The crawlers have too much to do right now: " + reason, RETRY);
  }

  private static ProblemException missing(UUID id) {
    return Problems.notFound("source-not-found", "There is no source " + id + ".");
  }
}
