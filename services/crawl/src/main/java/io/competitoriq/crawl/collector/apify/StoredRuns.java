package io.competitoriq.crawl.collector.apify;

import static java.util.Objects.requireNonNull;

import io.competitoriq.crawl.collector.ProviderPage;
import io.competitoriq.crawl.provider.Cost;
import io.competitoriq.crawl.provider.Purpose;
import io.competitoriq.crawl.provider.Spending;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// The runs we know of, one per visit. Each step is one transaction.
@ApplicationScoped
class StoredRuns {
  private static final String INTEND =
      """
      insert into apify_run (workspace_id, source_id, slot, job_id, usage_id, actor, input_sha256,
                             state, hook_sha256, intended_at, updated_at)
      values (:workspace, :source, :slot, :job, :usage, :actor, :input, 'INTENT', :hook, :now, :now)
      on conflict (workspace_id, source_id, slot) do update
         set job_id = excluded.job_id, usage_id = excluded.usage_id, actor = excluded.actor,
             input_sha256 = excluded.input_sha256, state = 'INTENT', run_id = null, dataset_id = null,
             status = null, message = null, ended_at = null, hook_sha256 = excluded.hook_sha256,
             dispatch_id = null, intended_at = excluded.intended_at, updated_at = excluded.updated_at
       where apify_run.state = 'ABANDONED'""";

  private final WorkspaceTransactions transactions;
  private final Spending spending;
  private final Clock clock;

  StoredRuns(WorkspaceTransactions transactions, Spending spending, Clock clock) {
    this.transactions = transactions;
    this.spending = spending;
    this.clock = clock;
  }

  Uni<Optional<StoredRun>> find(StoredRun.Place place) {
    return transactions.in(
        place.workspaceId(), tx -> tx.find(StoredRun.class, place).map(Optional::ofNullable));
  }

  /// Reserves the most the run may cost and notes that it is about to be asked for. Fails with
  /// [io.competitoriq.crawl.provider.BudgetExceeded]; empty when somebody else is at it.
  Uni<Optional<StoredRun>> intend(Purpose purpose, ApifyOptions options, String hook) {
    return transactions
        .in(
            purpose.workspaceId(),
            tx ->
                spending
                    .reserve(tx, purpose, "start-run", null, options.maxChargeMicros())
                    .chain(usage -> insert(tx, purpose, options, hook, usage))
                    .chain(() -> tx.find(StoredRun.class, place(purpose)))
                    .map(Optional::of))
        .onFailure(Taken.class)
        .recoverWithItem(Optional::empty);
  }

  /// A lost start is tried again by whoever sees it first.
  Uni<Boolean> intendAgain(StoredRun seen, String hook) {
    return transactions.in(
        seen.workspaceId,
        tx ->
            tx.createNativeQuery(
                    "update apify_run set intended_at = :now, updated_at = :now, hook_sha256 = :hook"
                        + " where workspace_id = :workspace and source_id = :source and slot = :slot"
                        + " and state = 'INTENT' and intended_at = :seen")
                .setParameter("now", now())
                .setParameter("hook", sha256(hook))
                .setParameter("workspace", seen.workspaceId)
                .setParameter("source", seen.sourceId)
                .setParameter("slot", seen.slot)
                .setParameter("seen", seen.intendedAt)
                .executeUpdate()
                .map(rows -> rows == 1));
  }

  /// Apify has started it.
  Uni<StoredRun> started(StoredRun seen, ApifyRun run) {
    return change(
        seen,
        row -> {
          row.state = RunState.RUNNING;
          row.runId = run.id();
          row.datasetId = run.datasetId();
          row.status = run.status();
        });
  }

  Uni<StoredRun> seen(StoredRun known, ApifyRun run) {
    return change(
        known,
        row -> {
          row.status = run.status();
          row.message = run.message();
          if (run.ended()) {
            row.state = RunState.ENDED;
            row.endedAt = run.finishedAt().orElse(now()).truncatedTo(ChronoUnit.MICROS);
          }
        });
  }

  /// The run's cost is final: ledger and run agree from here on.
  Uni<StoredRun> settle(StoredRun known, RunState state, Cost cost) {
    return transactions.in(
        known.workspaceId,
        tx ->
            tx.find(StoredRun.class, place(known), LockMode.PESSIMISTIC_WRITE)
                .invoke(
                    row -> {
                      row.state = state;
                      row.updatedAt = now();
                    })
                .call(row -> spending.settle(tx, row.usageId, cost))
                .call(tx::flush));
  }

  /// Somebody has tried to end it; it is tried again later.
  Uni<StoredRun> touched(StoredRun known) {
    return change(known, _ -> {});
  }

  /// Which of these runs are ours already.
  Uni<Set<String>> known(UUID workspaceId, List<String> runIds) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createQuery("select r.runId from StoredRun r where r.runId in (:ids)", String.class)
                .setParameter("ids", runIds)
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toSet())));
  }

  static String sha256(String hook) {
    return ProviderPage.sha256(hook.getBytes(StandardCharsets.UTF_8));
  }

  static StoredRun.Place place(Purpose purpose) {
    return new StoredRun.Place(
        purpose.workspaceId(), requireNonNull(purpose.sourceId()), requireNonNull(purpose.slot()));
  }

  private static StoredRun.Place place(StoredRun run) {
    return new StoredRun.Place(run.workspaceId, run.sourceId, run.slot);
  }

  private Uni<StoredRun> change(StoredRun seen, Consumer<StoredRun> step) {
    return transactions.in(
        seen.workspaceId,
        tx ->
            tx.find(StoredRun.class, place(seen), LockMode.PESSIMISTIC_WRITE)
                .invoke(
                    row -> {
                      step.accept(row);
                      row.updatedAt = now();
                    })
                .call(tx::flush));
  }

  private Uni<Void> insert(
      Mutiny.Session tx, Purpose purpose, ApifyOptions options, String hook, UUID usage) {
    StoredRun.Place place = place(purpose);
    return tx.createNativeQuery(INTEND)
        .setParameter("workspace", place.workspaceId())
        .setParameter("source", place.sourceId())
        .setParameter("slot", place.slot())
        .setParameter("job", purpose.jobId())
        .setParameter("usage", usage)
        .setParameter("actor", options.actor())
        .setParameter("input", options.inputSha256())
        .setParameter("hook", sha256(hook))
        .setParameter("now", now())
        .executeUpdate()
        .invoke(
            rows -> {
              if (rows != 1) {
                throw new Taken();
              }
            })
        .replaceWithVoid();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Another start of the same job was faster.
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Taken() {
      super("taken", null, false, false);
    }
  }
}
