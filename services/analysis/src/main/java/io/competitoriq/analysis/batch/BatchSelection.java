package io.competitoriq.analysis.batch;

import io.competitoriq.analysis.assessment.Reassessments;
import io.competitoriq.analysis.assessment.Subject;
import io.competitoriq.analysis.profile.CompanyProfiles;
import io.competitoriq.analysis.profile.OwnCompany;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Finds the signals a batch is about and words the questions about them.
@ApplicationScoped
class BatchSelection {

  private static final String FITTING =
      """
      select s.id from signal s join assessment a on a.signal_id = s.id
       where s.detected_at >= now() - make_interval(days => $1)
         and case $2::text when 'MISSING' then a.state in ('FAILED', 'SKIPPED')
                     when 'OUTDATED' then a.state = 'DONE' and a.prompt_version < $3
                     else a.state <> 'PENDING' end
       order by s.detected_at desc, s.id desc""";
  private static final String NAMED =
      "select s.id from signal s join assessment a on a.signal_id = s.id"
          + " where s.id = any($1::uuid[]) and a.state <> 'PENDING' order by s.id";

  private final Signals signals;
  private final CompanyProfiles profiles;
  private final Reassessments reassessments;
  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  BatchSelection(
      Signals signals,
      CompanyProfiles profiles,
      Reassessments reassessments,
      WorkspaceTransactions transactions,
      Vertx vertx) {
    this.signals = signals;
    this.profiles = profiles;
    this.reassessments = reassessments;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /// A question about a signal, with what it is told of our company.
  record Worded(Reassessments.Asked asked, OwnCompany own) {}

  /// @param found of all that fit, the newest
  record Selected(List<UUID> found, int more) {}

  Uni<Selected> select(UUID workspaceId, BatchScope scope) {
    return transactions
        .in(
            workspaceId,
            tx -> {
              List<UUID> named = scope.signalIds();
              if (named != null) {
                return SessionSql.of(tx).select(NAMED, (Object) named.toArray(UUID[]::new));
              }
              if (scope.which() == null || scope.days() == null) {
                throw Problems.badField(
                    "batch-scope-invalid", "which", "Name signalIds, or which and days.");
              }
              return SessionSql.of(tx)
                  .select(
                      FITTING, scope.days(), scope.which().name(), Reassessments.promptVersion());
            })
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList())
        .map(
            ids ->
                new Selected(
                    ids.stream().limit(BatchScope.MOST).toList(),
                    Math.max(0, ids.size() - BatchScope.MOST)));
  }

  /// The questions, one after the other; signals of which nothing fits into one are left out.
  Uni<List<Worded>> worded(UUID workspaceId, List<UUID> ids) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(id -> worded(workspaceId, id))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList();
  }

  private Uni<Optional<Worded>> worded(UUID workspaceId, UUID signalId) {
    return signals
        .subject(workspaceId, signalId)
        .chain(
            found ->
                found
                    .map(subject -> worded(workspaceId, subject))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<Worded>> worded(UUID workspaceId, Subject subject) {
    return profiles
        .toldAbout(workspaceId, subject.competitorId())
        .chain(
            own ->
                onWorker(
                    () ->
                        reassessments
                            .ask(workspaceId, subject, own, Reassessments.promptVersion())
                            .map(asked -> new Worded(asked, own))));
  }

  /// The same question again, as it was told of our company then.
  Uni<Optional<Reassessments.Asked>> again(
      UUID workspaceId, BatchRows.Item item, int promptVersion) {
    return signals
        .subject(workspaceId, item.signalId())
        .chain(
            found ->
                found
                    .map(
                        subject ->
                            onWorker(
                                () ->
                                    reassessments.ask(
                                        workspaceId,
                                        subject,
                                        new OwnCompany(item.ownCompany()),
                                        promptVersion)))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
