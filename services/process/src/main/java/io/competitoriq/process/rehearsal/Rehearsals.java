package io.competitoriq.process.rehearsal;

import io.competitoriq.process.change.ChangeView;
import io.competitoriq.process.change.Changes;
import io.competitoriq.process.change.VersionPair;
import io.competitoriq.process.change.VersionPairs;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.ignore.IgnoreRule;
import io.competitoriq.process.ignore.IgnoreRules;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.rehearsal.HunkMarks.Mark;
import io.competitoriq.process.rehearsal.Rehearsal.Score;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Tries rules on the stored versions of a source, one pair of versions after the other, so that no
/// more than two are in memory.
@ApplicationScoped
class Rehearsals {

  private static final int MOST_SAMPLES = 20;

  private final Documents documents;
  private final Changes changes;
  private final VersionPairs pairs;
  private final IgnoreRules rules;
  private final HunkMarks marks;
  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  Rehearsals(
      Documents documents,
      Changes changes,
      VersionPairs pairs,
      IgnoreRules rules,
      HunkMarks marks,
      WorkspaceTransactions transactions,
      Vertx vertx) {
    this.documents = documents;
    this.changes = changes;
    this.pairs = pairs;
    this.rules = rules;
    this.marks = marks;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /// What a new rule would add to those in force.
  Uni<Rehearsal> preview(UUID workspaceId, UUID sourceId, TriedRule tried) {
    IgnoreRule rule = IgnoreRule.tried(tried.kind(), tried.pattern());
    return rehearse(workspaceId, sourceId, List.of(rule), false, tried.most());
  }

  /// What the rules in force do together.
  Uni<Rehearsal> backtest(UUID workspaceId, UUID sourceId, int versions) {
    return transactions
        .in(workspaceId, session -> rules.effective(session, sourceId))
        .chain(found -> rehearse(workspaceId, sourceId, found.rules(), true, versions));
  }

  /// @param alone whether the rules are compared with none instead of with those in force
  private Uni<Rehearsal> rehearse(
      UUID workspaceId, UUID sourceId, List<IgnoreRule> tried, boolean alone, int versions) {
    Ignoring rule = Ignoring.of(tried);
    return transactions
        .in(
            workspaceId,
            session ->
                documents
                    .versions(session, sourceId, versions)
                    .chain(
                        heads ->
                            changes
                                .latest(sourceId, versions)
                                .map(found -> Steps.of(heads, found, versions - 1))))
        .chain(
            steps ->
                Multi.createFrom()
                    .iterable(steps)
                    .onItem()
                    .transformToUniAndConcatenate(
                        step -> replay(workspaceId, sourceId, step, rule, alone))
                    .collect()
                    .asList())
        .chain(replays -> score(workspaceId, sourceId, rule).map(score -> sum(replays, score)));
  }

  private Uni<Replay> replay(
      UUID workspaceId, UUID sourceId, Steps.Step step, Ignoring rule, boolean alone) {
    return transactions
        .in(
            workspaceId,
            session ->
                pairs
                    .load(session, sourceId, step.fromId(), step.toId(), Set.of())
                    .chain(
                        pair ->
                            changes
                                .raisedBy(sourceId, step.toId())
                                .map(raised -> new Past(pair, raised))))
        .chain(past -> replay(workspaceId, past, rule, alone));
  }

  private Uni<Replay> replay(UUID workspaceId, Past past, Ignoring rule, boolean alone) {
    VersionPair base = (alone ? past.pair.with(Ignoring.nothing()) : past.pair).unlearned();
    return pairs
        .withPages(workspaceId, base)
        .chain(
            pair ->
                pairs
                    .withPages(workspaceId, pair.with(rule))
                    .map(VersionPair::ignoring)
                    .chain(known -> onWorker(() -> Replay.of(pair, known, past.raised))));
  }

  private Uni<Score> score(UUID workspaceId, UUID sourceId, Ignoring rule) {
    return transactions
        .in(workspaceId, session -> marks.of(session, sourceId))
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(mark -> judge(workspaceId, sourceId, mark, rule))
                    .collect()
                    .asList())
        .map(Rehearsals::score);
  }

  private Uni<Judged> judge(UUID workspaceId, UUID sourceId, Mark mark, Ignoring rule) {
    HunkRef hunk = mark.hunk();
    return transactions
        .in(
            workspaceId,
            session ->
                pairs.load(session, sourceId, hunk.fromDocumentId(), hunk.toDocumentId(), Set.of()))
        .chain(pair -> pairs.withPages(workspaceId, pair.with(rule)))
        .chain(
            pair ->
                onWorker(
                    () ->
                        new Judged(
                            mark.relevant(),
                            Difference.of(pair, hunk).isCoveredBy(pair.ignoring()))));
  }

  private static Score score(List<Judged> judged) {
    return Score.of(
        count(judged, false, false),
        count(judged, true, false),
        count(judged, false, true),
        count(judged, true, true));
  }

  private static int count(List<Judged> judged, boolean relevant, boolean hiddenOnly) {
    return (int)
        judged.stream()
            .filter(each -> each.relevant == relevant && (each.hidden || !hiddenOnly))
            .count();
  }

  private static Rehearsal sum(List<Replay> latestFirst, Score score) {
    return new Rehearsal(
        latestFirst.size(),
        latestFirst.stream().mapToInt(Replay::hunks).sum(),
        latestFirst.stream().mapToInt(replay -> replay.hidden().size()).sum(),
        latestFirst.stream()
            .flatMap(replay -> replay.hidden().stream())
            .limit(MOST_SAMPLES)
            .toList(),
        latestFirst.stream().flatMap(replay -> replay.changes().stream()).toList(),
        latestFirst.stream().findFirst().map(Replay::covers).orElse(List.of()),
        score);
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }

  private record Past(VersionPair pair, List<ChangeView> raised) {}

  private record Judged(boolean relevant, boolean hidden) {}
}
