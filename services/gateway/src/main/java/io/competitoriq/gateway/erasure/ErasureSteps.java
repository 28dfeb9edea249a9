package io.competitoriq.gateway.erasure;

import io.competitoriq.gateway.route.Service;
import io.competitoriq.jobs.admin.WorkspaceJobs;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceRows;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What is done for a workspace that is closed, opened again or erased. Each step may be done
/// again; none fails, a trouble is written down and the next look goes on.
@ApplicationScoped
class ErasureSteps {

  private static final Logger LOG = Logger.getLogger(ErasureSteps.class);

  /// From the top of the stream down, so that nothing new comes while the next is emptied.
  private static final List<Service> ORDER =
      List.of(Service.COMPETITORS, Service.CRAWL, Service.PROCESS, Service.ANALYSIS);

  private static final String OPENED =
      "delete from workspace_erasure where workspace_id = $1 and state = 'OPENING'";
  private static final String PROGRESS =
      """
      update workspace_erasure set step = $2, deleted = deleted + $3, trouble = null, held_until = $4
       where workspace_id = $1\
      """;
  private static final String LET_GO =
      """
      update workspace_erasure set trouble = nullif($2, ''), held_until = $3 where workspace_id = $1\
      """;
  private static final String FINISH = "select finish_workspace_erasure($1, $2, $3)";
  private static final String NO_TROUBLE = "";
  private static final int LONGEST_TROUBLE = 300;

  private final WorkspaceServices services;
  private final WorkspaceRows own;
  private final WorkspaceJobs jobs;
  private final WorkspaceTransactions transactions;
  private final ErasureConfig config;
  private final Clock clock;

  ErasureSteps(
      WorkspaceServices services,
      WorkspaceRows own,
      WorkspaceJobs jobs,
      WorkspaceTransactions transactions,
      ErasureConfig config,
      Clock clock) {
    this.services = services;
    this.own = own;
    this.jobs = jobs;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /// Nothing begins any more. Said again with every look: what ran meanwhile may have enqueued
  /// more.
  Uni<Void> close(UUID workspaceId) {
    return settled(
        workspaceId,
        services
            .close(workspaceId)
            .chain(() -> transactions.in(workspaceId, tx -> jobs.hold(tx, workspaceId)))
            .replaceWith(NO_TROUBLE));
  }

  /// Everything goes on as before; what was due meanwhile is due now.
  Uni<Void> open(UUID workspaceId) {
    return settled(
        workspaceId,
        services
            .open(workspaceId)
            .chain(() -> transactions.in(workspaceId, tx -> jobs.resume(tx, workspaceId)))
            .chain(() -> update(workspaceId, OPENED, workspaceId))
            .replaceWith(NO_TROUBLE));
  }

  /// Over and over, until a whole pass finds nothing: a job that ran when its service was emptied
  /// may have written once more.
  Uni<Void> erase(UUID workspaceId) {
    return settled(workspaceId, pass(workspaceId).chain(left -> afterPass(workspaceId, left)));
  }

  /// What a pass came to.
  private record Pass(long gone, int running) {}

  private Uni<Pass> pass(UUID workspaceId) {
    return transactions
        .in(workspaceId, tx -> jobs.forget(tx, workspaceId))
        .call(found -> progress(workspaceId, "jobs", found.gone()))
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(ORDER)
                    .onItem()
                    .transformToUniAndConcatenate(
                        service ->
                            emptied(
                                workspaceId,
                                service.label(),
                                () -> services.forget(service, workspaceId)))
                    .collect()
                    .in(() -> new long[1], (sum, gone) -> sum[0] += gone)
                    .map(sum -> new Pass(found.gone() + sum[0], found.running())));
  }

  private Uni<String> afterPass(UUID workspaceId, Pass pass) {
    if (pass.running > 0) {
      return Uni.createFrom()
          .item("%d jobs still run; they were asked to stop".formatted(pass.running));
    }
    if (pass.gone > 0) {
      return pass(workspaceId).chain(again -> afterPass(workspaceId, again));
    }
    return emptied(
            workspaceId,
            "gateway",
            () -> own.forget(workspaceId).map(WorkspaceRows.Forgotten::rows))
        .chain(() -> finish(workspaceId))
        .replaceWith(NO_TROUBLE);
  }

  /// @return how many rows went
  private Uni<Long> emptied(UUID workspaceId, String step, Supplier<Uni<Long>> some) {
    return Multi.createBy()
        .repeating()
        .uni(() -> some.get().call(gone -> progress(workspaceId, step, gone)))
        .whilst(gone -> gone > 0)
        .collect()
        .in(() -> new long[1], (sum, gone) -> sum[0] += gone)
        .map(sum -> sum[0]);
  }

  private Uni<Void> finish(UUID workspaceId) {
    String trace = TraceContext.start().traceId();
    return transactions
        .in(
            workspaceId,
            tx -> SessionSql.of(tx).select(FINISH, workspaceId, trace, utc(clock.instant())))
        .invoke(() -> LOG.infof("workspace erased id=%s", workspaceId))
        .replaceWithVoid();
  }

  private Uni<Integer> progress(UUID workspaceId, String step, long gone) {
    return update(
        workspaceId, PROGRESS, workspaceId, step, gone, utc(clock.instant().plus(config.hold())));
  }

  /// Lets the workspace go until the next look, with what stopped it.
  private Uni<Void> settled(UUID workspaceId, Uni<String> work) {
    return work.onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("erasure stopped workspace=%s error=%s", workspaceId, failure);
              return shortened(failure.toString());
            })
        .chain(trouble -> update(workspaceId, LET_GO, workspaceId, trouble, nextLook()))
        .replaceWithVoid();
  }

  /// A moment before the next look of the scheduler, and after this one.
  private OffsetDateTime nextLook() {
    return utc(clock.instant().plusSeconds(5));
  }

  private Uni<Integer> update(UUID workspaceId, String sql, @Nullable Object... arguments) {
    return transactions.in(workspaceId, tx -> SessionSql.of(tx).update(sql, arguments));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TROUBLE ? text.substring(0, LONGEST_TROUBLE) : text;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
