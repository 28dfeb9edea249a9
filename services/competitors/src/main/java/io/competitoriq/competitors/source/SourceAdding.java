package io.competitoriq.competitors.source;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.competitoriq.competitors.schedule.Schedule;
import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.competitors.schedule.Schedules;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problem.FieldError;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.live.LiveEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// New sources of a competitor, their first visits enqueued in the same transaction. The caller
/// holds the competitor's row, so that nobody adds at the same time.
@ApplicationScoped
public class SourceAdding {

  private final SourceRepository repository;
  private final SourceConfig config;
  private final Visits visits;
  private final Schedules schedules;
  private final LiveEvents live;
  private final Clock clock;

  SourceAdding(
      SourceRepository repository,
      SourceConfig config,
      Visits visits,
      Schedules schedules,
      LiveEvents live,
      Clock clock) {
    this.repository = repository;
    this.config = config;
    this.visits = visits;
    this.schedules = schedules;
    this.live = live;
    this.clock = clock;
  }

  /// Adds all or none. Of two equal addresses in `wanted` the first counts.
  ///
  /// Fails with 409 `source-already-watched`, 422 `too-many-sources` or `collector-not-available`,
  /// 400 `invalid-schedule`.
  public Uni<List<SourceView>> add(
      Mutiny.Session tx, UUID workspaceId, UUID competitorId, List<NewSource> wanted) {
    return repository
        .ofCompetitor(competitorId)
        .map(present -> made(workspaceId, competitorId, wanted, present))
        .call(added -> tx.persistAll(added.toArray()))
        .call(added -> tx.flush())
        .call(added -> visitFirst(tx, added))
        .map(added -> added.stream().map(SourceView::of).toList());
  }

  /// Canonical addresses of what a competitor is watched by.
  public Uni<Set<String>> addressesOf(UUID competitorId) {
    return repository
        .ofCompetitor(competitorId)
        .map(found -> found.stream().map(source -> source.url).collect(toUnmodifiableSet()));
  }

  /// The same source when it could be added as far as it alone is concerned; fails as [#add].
  public NewSource checked(NewSource wanted) {
    requireAvailable(wanted);
    schedule(wanted);
    return wanted;
  }

  /// The schedule it would follow, in the form in which schedules are shown; fails as [#add].
  public ScheduleView scheduleOf(NewSource wanted) {
    return ScheduleView.of(schedule(wanted));
  }

  /// One source, as [#add].
  public Uni<SourceView> addOne(
      Mutiny.Session tx, UUID workspaceId, UUID competitorId, NewSource wanted) {
    return add(tx, workspaceId, competitorId, List.of(wanted)).map(List::getFirst);
  }

  private List<Source> made(
      UUID workspaceId, UUID competitorId, List<NewSource> wanted, List<Source> present) {
    Map<String, NewSource> distinct = new LinkedHashMap<>();
    wanted.forEach(source -> distinct.putIfAbsent(source.url().toString(), source));
    present.stream()
        .filter(source -> distinct.containsKey(source.url))
        .findFirst()
        .ifPresent(SourceAdding::refuseDuplicate);
    if (present.size() + distinct.size() > config.mostPerCompetitor()) {
      throw Problems.unprocessable(
          "too-many-sources",
          "A competitor has at most %d sources; remove some first."
              .formatted(config.mostPerCompetitor()));
    }
    Instant now = clock.instant().truncatedTo(MICROS);
    List<Source> made = new ArrayList<>();
    distinct.values().forEach(source -> made.add(made(workspaceId, competitorId, source, now)));
    return made;
  }

  private Source made(UUID workspaceId, UUID competitorId, NewSource wanted, Instant now) {
    requireAvailable(wanted);
    Schedule schedule = schedule(wanted);
    Source source = new Source();
    source.id = Ids.next();
    source.workspaceId = workspaceId;
    source.competitorId = competitorId;
    source.kind = wanted.kind();
    source.collector = wanted.collector();
    source.url = wanted.url().toString();
    source.title = wanted.shownTitle();
    source.rendering = wanted.rendering();
    source.options = wanted.options();
    source.follow(schedule);
    source.nextVisitAt = schedules.next(schedule, now);
    source.lastVisitAt = now;
    source.createdAt = now;
    source.updatedAt = now;
    return source;
  }

  private Schedule schedule(NewSource wanted) {
    return wanted.schedule() == null
        ? schedules.defaultFor(wanted.kind(), wanted.collector())
        : schedules.read(wanted.schedule(), wanted.kind(), wanted.collector());
  }

  private void requireAvailable(NewSource wanted) {
    if (!config.collectors().contains(wanted.collector())) {
      throw Problems.unprocessable(
          "collector-not-available",
          "The collector %s is not set up here; an admin can add it to"
                  .formatted(wanted.collector())
              + " ciq.competitors.sources.collectors.");
    }
  }

  private Uni<Void> visitFirst(Mutiny.Session tx, List<Source> added) {
    Instant now = clock.instant().truncatedTo(MICROS);
    return visits
        .askFirst(tx, added, now)
        .invoke(answers -> note(added, answers, now))
        .call(() -> tx.flush())
        .replaceWithVoid();
  }

  /// A visit the full queue did not take is due at once: the scheduler asks again.
  private void note(List<Source> added, List<Enqueued> answers, Instant now) {
    IntStream.range(0, added.size())
        .filter(i -> answers.get(i) instanceof Enqueued.Rejected)
        .mapToObj(added::get)
        .forEach(source -> dueAt(source, now, null));
    added.forEach(source -> live.publish(source.workspaceId, "source.updated", source.id));
  }

  private static void dueAt(Source source, Instant next, @Nullable Instant last) {
    source.nextVisitAt = next;
    source.lastVisitAt = last;
  }

  private static void refuseDuplicate(Source present) {
    throw new ProblemException(
        409,
        "source-already-watched",
        present.url + " is watched already, as source " + present.id + ".",
        List.of(new FieldError("existingId", present.id.toString())),
        null);
  }

  /// Archives every source of a competitor; visits on their way still finish.
  public Uni<Integer> archiveAll(UUID competitorId) {
    return repository.archiveOfCompetitor(competitorId, clock.instant().truncatedTo(MICROS));
  }

  /// How many sources each of the competitors has; none is missing from the answer's keys.
  public Uni<Map<UUID, Long>> counts(Mutiny.Session tx, List<UUID> competitorIds) {
    return repository
        .countPerCompetitor(tx, competitorIds)
        .map(
            found -> {
              Map<UUID, Long> counts = new LinkedHashMap<>();
              competitorIds.forEach(id -> counts.put(id, found.getOrDefault(id, 0L)));
              return counts;
            });
  }
}
