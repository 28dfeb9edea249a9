package io.competitoriq.analysis.batch;

import io.competitoriq.analysis.assessment.Reassessments;
import io.competitoriq.analysis.batch.BatchSelection.Selected;
import io.competitoriq.analysis.batch.BatchSelection.Worded;
import io.competitoriq.analysis.model.BatchAccounting;
import io.competitoriq.analysis.model.Feature;
import io.competitoriq.analysis.model.ModelBatches;
import io.competitoriq.analysis.model.ModelSwitches;
import io.competitoriq.analysis.model.Purpose;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.RunAssessmentBatch;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Orders, shows and takes back batches of assessments.
@ApplicationScoped
class Batches {

  /// A day for the provider, and time to fetch what it answered.
  static final Duration LONGEST = Duration.ofHours(30);

  private static final int MOST_AT_ONCE = 5;
  private static final String AVERAGE =
      """
      select avg(cost_micros)::bigint from model_call
       where feature = 'ASSESSMENT' and outcome = 'ANSWERED' and http_status = 200
         and created_at > now() - interval '90 days'""";

  private final BatchSelection selection;
  private final BatchRows rows;
  private final ModelBatches provider;
  private final ModelSwitches switches;
  private final BatchAccounting accounting;
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Batches(
      BatchSelection selection,
      BatchRows rows,
      ModelBatches provider,
      ModelSwitches switches,
      BatchAccounting accounting,
      JobQueue jobs,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.selection = selection;
    this.rows = rows;
    this.provider = provider;
    this.switches = switches;
    this.accounting = accounting;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<BatchEstimate> estimate(UUID workspaceId, BatchScope scope) {
    requireAvailable(workspaceId);
    return selection
        .select(workspaceId, scope)
        .chain(
            selected ->
                selection
                    .worded(workspaceId, selected.found())
                    .chain(
                        questions ->
                            average(workspaceId).map(each -> estimate(selected, questions, each))));
  }

  /// Sets the money aside and orders the batch in one transaction: no batch without its money.
  Uni<BatchView> order(UUID workspaceId, UUID memberId, BatchScope scope) {
    requireAvailable(workspaceId);
    return selection
        .select(workspaceId, scope)
        .chain(selected -> selection.worded(workspaceId, selected.found()))
        .invoke(
            questions -> {
              if (questions.isEmpty()) {
                throw Problems.unprocessable(
                    "batch-empty", "There is no signal that could be assessed anew.");
              }
            })
        .chain(
            questions ->
                transactions.in(workspaceId, tx -> order(tx, workspaceId, memberId, questions)))
        .onFailure(BatchAccounting.Refusal.class)
        .transform(
            refused -> Problems.unprocessable("over-budget", String.valueOf(refused.getMessage())));
  }

  Uni<Page<BatchView>> list(UUID workspaceId, Optional<Cursor> cursor, int limit) {
    return transactions
        .in(workspaceId, tx -> rows.newest(tx, cursor, limit + 1))
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.createdAt(), view.id())));
  }

  Uni<BatchView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> rows.find(tx, id)).map(row -> required(row, id));
  }

  /// Within a minute nothing more is asked; what was answered by then still comes.
  Uni<BatchView> cancel(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.lock(tx, id)
                .map(row -> required(row, id))
                .invoke(
                    view -> {
                      if (view.state().isOver()) {
                        throw Problems.conflict(
                            "batch-over", "This batch is over; nothing is left to take back.");
                      }
                    })
                .chain(
                    () -> rows.state(tx, id, BatchState.CANCELLING, "Taken back; being stopped."))
                .chain(() -> rows.find(tx, id))
                .map(row -> required(row, id)));
  }

  private Uni<BatchView> order(
      Mutiny.Session tx, UUID workspaceId, UUID memberId, List<Worded> questions) {
    UUID id = Ids.next();
    long most = most(questions);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var purpose =
        new Purpose(
            workspaceId,
            Feature.ASSESSMENT,
            null,
            Reassessments.promptVersion(),
            "0".repeat(32) + id.toString().replace("-", ""));
    return rows.busy(tx)
        .invoke(Batches::requireRoom)
        .chain(() -> accounting.setAside(tx, purpose, most, now.plus(LONGEST)))
        .chain(
            reservation ->
                rows.add(
                    tx,
                    new BatchRows.NewBatch(
                        id,
                        workspaceId,
                        provider.modelName(),
                        Reassessments.promptVersion(),
                        questions.size(),
                        reservation,
                        most,
                        memberId,
                        now)))
        .chain(() -> items(tx, workspaceId, id, questions))
        .chain(() -> jobs.enqueue(tx, job(workspaceId, id)))
        .invoke(Batches::requireAdded)
        .chain(() -> rows.find(tx, id))
        .map(row -> required(row, id));
  }

  private Uni<Void> items(Mutiny.Session tx, UUID workspaceId, UUID id, List<Worded> questions) {
    return Multi.createFrom()
        .iterable(questions)
        .onItem()
        .transformToUniAndConcatenate(
            each ->
                rows.addItem(
                    tx,
                    id,
                    workspaceId,
                    new BatchRows.Item(each.asked().purpose().requireSignal(), each.own().text())))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static NewJob job(UUID workspaceId, UUID id) {
    return NewJob.of(
            RunAssessmentBatch.QUEUE,
            RunAssessmentBatch.KIND,
            workspaceId,
            new RunAssessmentBatch(id))
        .dedup("batch " + id);
  }

  private static void requireAdded(Enqueued enqueued) {
    if (enqueued instanceof Enqueued.Rejected rejected) {
      throw Problems.unavailable("queue-full", rejected.reason(), Duration.ofMinutes(1));
    }
  }

  private static void requireRoom(long busy) {
    if (busy >= MOST_AT_ONCE) {
      throw Problems.conflict(
          "batches-busy",
          MOST_AT_ONCE + " batches are under way; wait until one is over, or take one back.");
    }
  }

  private Uni<Optional<Long>> average(UUID workspaceId) {
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(AVERAGE))
        .map(
            found ->
                Optional.ofNullable(found.getFirst()[0]).map(each -> ((Number) each).longValue()));
  }

  private BatchEstimate estimate(
      Selected selected, List<Worded> questions, Optional<Long> average) {
    long most = most(questions);
    @Nullable Long likely =
        average
            .map(each -> Math.min(most, provider.batchPrice(each) * questions.size()))
            .orElse(null);
    return new BatchEstimate(questions.size(), selected.more(), most, likely, provider.isPriced());
  }

  private long most(List<Worded> questions) {
    return questions.stream().mapToLong(each -> provider.most(each.asked().worded())).sum();
  }

  private void requireAvailable(UUID workspaceId) {
    provider
        .unavailable()
        .or(() -> switches.stopped(workspaceId))
        .ifPresent(
            reason -> {
              throw Problems.unprocessable("batches-unavailable", reason);
            });
  }

  private static BatchView required(Optional<BatchRows.Row> row, UUID id) {
    return row.map(BatchRows.Row::view)
        .orElseThrow(() -> Problems.notFound("batch-not-found", "No batch " + id + "."));
  }
}
