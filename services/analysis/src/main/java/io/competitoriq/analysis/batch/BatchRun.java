package io.competitoriq.analysis.batch;

import io.competitoriq.analysis.assessment.Reassessments;
import io.competitoriq.analysis.assessment.Reassessments.Asked;
import io.competitoriq.analysis.batch.BatchRows.Item;
import io.competitoriq.analysis.batch.BatchRows.Row;
import io.competitoriq.analysis.model.BatchAccounting;
import io.competitoriq.analysis.model.BatchReply;
import io.competitoriq.analysis.model.ModelBatches;
import io.competitoriq.analysis.model.ModelConfig;
import io.competitoriq.analysis.model.ModelSwitches;
import io.competitoriq.analysis.model.ProviderBatch;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// One step of a batch: hand it over, look after it, or take its answers. What a step has done is
/// in the database before the next one, so that a worker may die anywhere.
@ApplicationScoped
public class BatchRun {

  private final BatchRows rows;
  private final BatchSelection selection;
  private final BatchHarvest harvest;
  private final Reassessments reassessments;
  private final ModelBatches provider;
  private final ModelSwitches switches;
  private final BatchAccounting accounting;
  private final ModelConfig config;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  BatchRun(
      BatchRows rows,
      BatchSelection selection,
      BatchHarvest harvest,
      Reassessments reassessments,
      ModelBatches provider,
      ModelSwitches switches,
      BatchAccounting accounting,
      ModelConfig config,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.selection = selection;
    this.harvest = harvest;
    this.reassessments = reassessments;
    this.provider = provider;
    this.switches = switches;
    this.accounting = accounting;
    this.config = config;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What the step came to.
  public sealed interface Step {

    /// To be looked at again; no attempt is spent.
    record Wait(Duration after, String reason) implements Step {}

    /// It went wrong and may go right.
    record Again(String reason, Optional<Duration> after) implements Step {}

    /// Over; to be committed with the job.
    record Over(Row row, BatchState state, String reason) implements Step {}

    /// Nothing to do.
    record Nothing() implements Step {}
  }

  public Uni<Step> next(UUID workspaceId, UUID batchId) {
    return transactions
        .in(workspaceId, tx -> rows.find(tx, batchId))
        .chain(
            found ->
                found
                    .filter(row -> !row.view().state().isOver())
                    .map(row -> next(workspaceId, row))
                    .orElseGet(() -> step(new Step.Nothing())));
  }

  /// Ends the batch in the job's transaction: what no answer came for is said, what was not spent
  /// is given back.
  public Uni<Void> close(Mutiny.Session tx, Step.Over over) {
    UUID id = over.row.view().id();
    return rows.waiting(tx, id)
        .chain(left -> harvest.failAll(tx, id, left, over.reason))
        .chain(() -> rows.find(tx, id))
        .map(Optional::orElseThrow)
        .chain(row -> accounting.settle(tx, row.reservationId(), row.view().costMicros()))
        .chain(() -> rows.finished(tx, id, over.state, over.reason, clock.instant()))
        .replaceWithVoid();
  }

  /// Nothing more is tried: the job has no attempt left.
  public Uni<Void> giveUp(UUID workspaceId, UUID batchId, String reason) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.lock(tx, batchId)
                .chain(
                    row ->
                        row.filter(found -> !found.view().state().isOver())
                            .map(
                                found -> close(tx, new Step.Over(found, BatchState.FAILED, reason)))
                            .orElseGet(() -> Uni.createFrom().voidItem())));
  }

  private Uni<Step> next(UUID workspaceId, Row row) {
    Optional<String> unavailable = provider.unavailable();
    if (unavailable.isPresent()) {
      return step(new Step.Over(row, BatchState.FAILED, unavailable.get()));
    }
    Optional<String> stopped = switches.stopped(workspaceId);
    if (stopped.isPresent()) {
      return step(new Step.Wait(FlaggedJobs.SLEEP, stopped.get()));
    }
    String begun = row.providerBatch();
    if (begun != null) {
      return look(workspaceId, row, begun);
    }
    return row.view().state() == BatchState.CANCELLING
        ? step(new Step.Over(row, BatchState.CANCELLED, "Taken back before it was handed over."))
        : handOver(workspaceId, row);
  }

  private Uni<Step> handOver(UUID workspaceId, Row row) {
    UUID id = row.view().id();
    return transactions
        .in(workspaceId, tx -> rows.waiting(tx, id))
        .chain(items -> lines(workspaceId, row, items))
        .chain(
            lines ->
                lines.isEmpty()
                    ? step(new Step.Over(row, BatchState.DONE, "All answers were known already."))
                    : provider
                        .begin(id, String.join("", lines))
                        .chain(reply -> begun(workspaceId, row, reply)));
  }

  private Uni<Step> begun(UUID workspaceId, Row row, BatchReply<ProviderBatch> reply) {
    return switch (reply) {
      case BatchReply.Got<ProviderBatch>(ProviderBatch batch) ->
          transactions
              .in(
                  workspaceId,
                  tx -> rows.submitted(tx, row.view().id(), batch.id(), clock.instant()))
              .replaceWith(pause());
      case BatchReply.NotNow<ProviderBatch>(var reason, var after) ->
          step(new Step.Again(reason, after));
      case BatchReply.Never<ProviderBatch>(var reason) ->
          step(new Step.Over(row, BatchState.FAILED, reason));
    };
  }

  /// A line for each question; what was answered before is settled at once and costs nothing.
  private Uni<List<String>> lines(UUID workspaceId, Row row, List<Item> items) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(item -> line(workspaceId, row, item))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList();
  }

  private Uni<Optional<String>> line(UUID workspaceId, Row row, Item item) {
    return selection
        .again(workspaceId, item, row.promptVersion())
        .chain(
            asked ->
                asked
                    .map(question -> line(workspaceId, row, item, question))
                    .orElseGet(
                        () ->
                            harvest
                                .fail(
                                    workspaceId,
                                    row,
                                    item,
                                    "The question cannot be asked any more.")
                                .replaceWith(Optional.empty())));
  }

  private Uni<Optional<String>> line(UUID workspaceId, Row row, Item item, Asked question) {
    return reassessments
        .known(question, row.view().model())
        .chain(
            known ->
                known
                    .map(
                        reply ->
                            harvest
                                .take(workspaceId, row, item, question, reply, false)
                                .replaceWith(Optional.<String>empty()))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .item(
                                    Optional.of(
                                        provider.line(
                                            item.signalId().toString(), question.worded())))));
  }

  private Uni<Step> look(UUID workspaceId, Row row, String providerId) {
    boolean stop = row.view().state() == BatchState.CANCELLING || isLate(row);
    return provider
        .look(providerId)
        .chain(
            reply ->
                switch (reply) {
                  case BatchReply.Got<ProviderBatch>(ProviderBatch batch) when batch.isOver() ->
                      harvest(workspaceId, row, batch);
                  case BatchReply.Got<ProviderBatch>(ProviderBatch batch) ->
                      progress(workspaceId, row, batch, stop);
                  case BatchReply.NotNow<ProviderBatch>(var reason, var after) ->
                      step(new Step.Wait(after.orElse(config.batch().poll()), reason));
                  case BatchReply.Never<ProviderBatch>(var reason) ->
                      step(new Step.Over(row, BatchState.FAILED, reason));
                });
  }

  private boolean isLate(Row row) {
    return clock.instant().isAfter(row.view().createdAt().plus(Batches.LONGEST.minusHours(2)));
  }

  private Uni<Step> progress(UUID workspaceId, Row row, ProviderBatch batch, boolean stop) {
    Uni<?> stopped =
        stop && !batch.status().equals("cancelling")
            ? provider.cancel(batch.id())
            : Uni.createFrom().voidItem();
    return stopped
        .chain(
            () ->
                transactions.in(
                    workspaceId, tx -> rows.progress(tx, row.view().id(), batch.done())))
        .replaceWith(pause());
  }

  /// Answers come in any order, and perhaps not all of them.
  private Uni<Step> harvest(UUID workspaceId, Row row, ProviderBatch batch) {
    return fetch(batch.outputFile())
        .chain(
            output ->
                fetch(batch.errorFile())
                    .chain(
                        errors ->
                            output instanceof BatchReply.Got<String>(String answers)
                                    && errors instanceof BatchReply.Got<String>(String refusals)
                                ? harvest
                                    .settleAll(workspaceId, row, answers + "\n" + refusals)
                                    .replaceWith(over(row, batch))
                                : step(
                                    new Step.Again(
                                        "The provider's answers could not be fetched.",
                                        Optional.empty()))));
  }

  private Uni<BatchReply<String>> fetch(Optional<String> file) {
    return file.map(provider::content)
        .orElseGet(() -> Uni.createFrom().item(new BatchReply.Got<>("")));
  }

  private static Step over(Row row, ProviderBatch batch) {
    return switch (batch.status()) {
      case "completed" -> new Step.Over(row, BatchState.DONE, "The provider has answered.");
      case "expired" ->
          new Step.Over(
              row, BatchState.EXPIRED, "The provider did not get to all of it within a day.");
      case "cancelled" -> new Step.Over(row, BatchState.CANCELLED, "Taken back.");
      default ->
          new Step.Over(
              row, BatchState.FAILED, "The provider gave the batch up. " + batch.trouble());
    };
  }

  private Step pause() {
    return new Step.Wait(config.batch().poll(), "The provider works on it.");
  }

  private static Uni<Step> step(Step step) {
    return Uni.createFrom().item(step);
  }
}
