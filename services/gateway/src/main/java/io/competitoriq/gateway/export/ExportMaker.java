package io.competitoriq.gateway.export;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.competitoriq.gateway.erasure.WorkspaceServices;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceRows;
import io.competitoriq.tenancy.WorkspaceRows.Kind;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes the exports that were asked for, one after another, page by page: a page of rows and a
/// piece of the ZIP are all that is held. What a gateway left half-done is begun anew.
@ApplicationScoped
class ExportMaker {

  private static final Logger LOG = Logger.getLogger(ExportMaker.class);
  private static final String CLAIM =
      "select export_id, workspace_id, tries from claim_workspace_export($1, $2)";
  private static final String SWEEP = "select sweep_workspace_exports($1)";
  private static final String NAME = "select name from workspace where id = $1";
  private static final int LONGEST_TROUBLE = 300;

  /// What the gateway itself has of a workspace.
  private static final List<Kind> OWN =
      List.of(
          new Kind("members", "member_profile"),
          new Kind("invitations", "invitation", List.of("token_hash")),
          new Kind("api-keys", "api_key", List.of("secret_hash", "previous_hash")),
          new Kind("audit-entries", "audit_entry"));

  private final ExportRows exports;
  private final WorkspaceServices services;
  private final WorkspaceRows own;
  private final WorkspaceTransactions transactions;
  private final ExportConfig config;
  private final Vertx vertx;
  private final Clock clock;

  ExportMaker(
      ExportRows exports,
      WorkspaceServices services,
      WorkspaceRows own,
      WorkspaceTransactions transactions,
      ExportConfig config,
      Vertx vertx,
      Clock clock) {
    this.exports = exports;
    this.services = services;
    this.own = own;
    this.transactions = transactions;
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  @Scheduled(
      identity = "make-exports",
      every = "{ciq.gateway.export.every:10s}",
      delayed = "10s",
      concurrentExecution = SKIP)
  Uni<Void> look() {
    return global(SWEEP, now())
        .chain(
            () ->
                Multi.createBy()
                    .repeating()
                    .uni(() -> claim().call(this::make))
                    .whilst(Optional::isPresent)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Optional<ExportRows.Work>> claim() {
    return global(CLAIM, now(), now().plus(config.hold()))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new ExportRows.Work(
                                (UUID) row[0], (UUID) row[1], ((Number) row[2]).intValue())));
  }

  private Uni<Void> make(Optional<ExportRows.Work> claimed) {
    return claimed
        .map(
            work ->
                files(work)
                    .chain(files -> written(work, files))
                    .chain(() -> exports.settle(work, "READY", null))
                    .onFailure()
                    .recoverWithUni(failure -> putOff(work, failure)))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> putOff(ExportRows.Work work, Throwable failure) {
    LOG.warnf("export stopped id=%s try=%d error=%s", work.exportId(), work.attempt(), failure);
    String trouble = failure.toString();
    String kept = trouble.substring(0, Math.min(trouble.length(), LONGEST_TROUBLE));
    return exports
        .settle(work, work.attempt() < config.tries() ? "WAITING" : "FAILED", kept)
        .onFailure()
        .recoverWithNull();
  }

  /// One kind of thing, wherever it is.
  private record Source(String kind, Function<@Nullable UUID, Uni<WorkspaceRows.Lines>> page) {}

  private Uni<List<Source>> files(ExportRows.Work work) {
    UUID workspace = work.workspaceId();
    return Multi.createFrom()
        .iterable(Arrays.asList(Service.values()))
        .onItem()
        .transformToUniAndConcatenate(
            service ->
                services
                    .kinds(service, workspace)
                    .map(
                        kinds -> kinds.stream().map(kind -> of(service, workspace, kind)).toList()))
        .collect()
        .asList()
        .map(
            found -> {
              List<Source> all = new ArrayList<>();
              found.forEach(all::addAll);
              OWN.forEach(
                  kind ->
                      all.add(new Source(kind.name(), after -> own.page(workspace, kind, after))));
              return all;
            });
  }

  private Source of(Service service, UUID workspace, String kind) {
    return new Source(kind, after -> services.page(service, workspace, kind, after));
  }

  /// The state of a file that is being written.
  private static final class Draft {
    final PiecedZip zip = new PiecedZip();
    int pieces;
    long entries;
  }

  private Uni<Void> written(ExportRows.Work work, List<Source> files) {
    var draft = new Draft();
    return exports
        .begin(work)
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(files)
                    .onItem()
                    .transformToUniAndConcatenate(file -> write(work, draft, file))
                    .collect()
                    .last())
        .chain(
            () ->
                transactions.in(
                    work.workspaceId(), tx -> SessionSql.of(tx).select(NAME, work.workspaceId())))
        .chain(
            name ->
                aside(
                    () -> {
                      draft.zip.close(
                          work.workspaceId(), (String) name.getFirst()[0], clock.instant());
                      return draft.zip.rest();
                    }))
        .chain(rest -> exports.keep(work, draft.pieces, rest));
  }

  private Uni<Void> write(ExportRows.Work work, Draft draft, Source file) {
    var after = new AtomicReference<@Nullable UUID>();
    draft.zip.begin(file.kind);
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                file.page
                    .apply(after.get())
                    .invoke(lines -> after.set(lines.next()))
                    .call(lines -> append(work, draft, file.kind, lines.lines())))
        .whilst(lines -> lines.next() != null)
        .collect()
        .last()
        .invoke(draft.zip::end)
        .replaceWithVoid();
  }

  private Uni<Void> append(ExportRows.Work work, Draft draft, String kind, List<String> lines) {
    draft.entries += lines.size();
    return aside(
            () -> {
              draft.zip.add(lines);
              return draft.zip.piece();
            })
        .chain(
            piece ->
                piece.isPresent()
                    ? exports.keep(work, draft.pieces++, piece.get())
                    : Uni.createFrom().voidItem())
        .chain(() -> exports.progress(work, kind, draft.entries));
  }

  /// Packing leaves the event loop and comes back to it.
  private <T> Uni<T> aside(Callable<T> packing) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(packing, false).onComplete(emitter::complete, emitter::fail));
  }

  private Uni<List<Object[]>> global(String sql, Object... arguments) {
    return transactions.global(tx -> SessionSql.of(tx).select(sql, arguments));
  }

  private OffsetDateTime now() {
    Instant now = clock.instant();
    return now.atOffset(ZoneOffset.UTC);
  }
}
