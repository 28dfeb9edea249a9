package io.competitoriq.competitors.bulk;

import io.competitoriq.competitors.bulk.ImportResult.Fate;
import io.competitoriq.competitors.bulk.ImportResult.Line;
import io.competitoriq.competitors.bulk.Sorting.Group;
import io.competitoriq.competitors.bulk.Sorting.Sorted;
import io.competitoriq.competitors.competitor.CompetitorView;
import io.competitoriq.competitors.competitor.Competitors;
import io.competitoriq.competitors.competitor.TrackCompetitor;
import io.competitoriq.competitors.competitor.Tracking;
import io.competitoriq.competitors.competitor.Watched;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists for a whole workspace: sources of competitors that are watched, and of new ones. What is
/// for one competitor is added in one transaction, all or nothing, so a list that broke off
/// half-way is sent again and does the rest.
@ApplicationScoped
class WorkspaceImport {

  /// Most lines of a list.
  static final int MOST_LINES = 10_000;

  /// Most competitors one list may add.
  static final int MOST_COMPETITORS = 500;

  private final Watched watched;
  private final Competitors competitors;
  private final Tracking tracking;
  private final SourceAdding adding;
  private final Vertx vertx;

  WorkspaceImport(
      Watched watched,
      Competitors competitors,
      Tracking tracking,
      SourceAdding adding,
      Vertx vertx) {
    this.watched = watched;
    this.competitors = competitors;
    this.tracking = tracking;
    this.adding = adding;
    this.vertx = vertx;
  }

  /// Fails with 400 `list-unreadable` when nothing can be made of the text, with 422
  /// `list-too-long` for more than 10,000 lines or 500 new competitors; then nothing was added.
  Uni<ImportResult> add(UUID workspaceId, String text, ListFormat format, boolean dryRun) {
    return aside(() -> ListReader.read(text, format))
        .chain(entries -> add(workspaceId, entries, dryRun));
  }

  /// The same of entries that are read already.
  Uni<ImportResult> add(UUID workspaceId, List<Entry> entries, boolean dryRun) {
    requireFew(entries.size(), MOST_LINES, "lines");
    return watched
        .sites(workspaceId)
        .chain(sites -> aside(() -> Sorting.of(adding, sites, entries)))
        .invoke(sorted -> requireFew(newOnes(sorted).size(), MOST_COMPETITORS, "new competitors"))
        .chain(
            sorted ->
                dryRun
                    ? Uni.createFrom().item(() -> planned(sorted))
                    : added(workspaceId, sorted).map(lines -> result(sorted, lines)));
  }

  private static void requireFew(int found, int most, String what) {
    if (found > most) {
      throw Problems.unprocessable(
          "list-too-long",
          "A list has at most %d %s; this one has %d. Send it in parts."
              .formatted(most, what, found));
    }
  }

  private static ImportResult planned(Sorted sorted) {
    List<Line> lines = sorted.groups().stream().flatMap(group -> group.lines.stream()).toList();
    return ImportResult.of(true, newOnes(sorted), with(lines, sorted.refused()));
  }

  /// A new competitor counts when one of its sources was created.
  private static ImportResult result(Sorted sorted, List<Line> lines) {
    Set<String> created =
        lines.stream()
            .filter(line -> line.fate() == Fate.CREATED)
            .map(line -> String.valueOf(line.competitor()))
            .collect(Collectors.toSet());
    List<String> made = newOnes(sorted).stream().filter(created::contains).toList();
    return ImportResult.of(false, made, with(lines, sorted.refused()));
  }

  private static List<String> newOnes(Sorted sorted) {
    return sorted.groups().stream().filter(Group::isNew).map(group -> group.domain).toList();
  }

  private static List<Line> with(List<Line> lines, List<Line> refused) {
    return Stream.concat(lines.stream(), refused.stream()).toList();
  }

  private Uni<List<Line>> added(UUID workspaceId, Sorted sorted) {
    return Multi.createFrom()
        .iterable(sorted.groups())
        .onItem()
        .transformToUniAndConcatenate(group -> added(workspaceId, group))
        .collect()
        .in(ArrayList<Line>::new, List::addAll)
        .map(lines -> lines);
  }

  private Uni<List<Line>> added(UUID workspaceId, Group group) {
    if (group.wanted.isEmpty()) {
      return Uni.createFrom().item(group.lines);
    }
    return competitorOf(workspaceId, group)
        .chain(
            id ->
                competitors.withHeld(
                    workspaceId, id, tx -> adding.add(tx, workspaceId, id, group.wanted)))
        .replaceWith(group.lines)
        .onFailure(ProblemException.class)
        .recoverWithItem(refused -> refused(group, ((ProblemException) refused).detail()));
  }

  private Uni<UUID> competitorOf(UUID workspaceId, Group group) {
    if (group.competitorId != null) {
      return Uni.createFrom().item(group.competitorId);
    }
    String name = group.name.isBlank() ? null : group.name;
    String home = group.home == null ? group.domain : group.home.toString();
    return tracking
        .track(workspaceId, new TrackCompetitor(name, home, null, null, List.of()))
        .map(CompetitorView::id);
  }

  private static List<Line> refused(Group group, String why) {
    return group.lines.stream()
        .map(line -> line.fate() == Fate.CREATED ? line.refused(why) : line)
        .toList();
  }

  /// Work that costs CPU, on a worker thread.
  private <T> Uni<T> aside(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
