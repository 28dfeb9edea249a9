package io.competitoriq.gateway.demo;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.WorkspaceJobs;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where people look around: each account in a workspace of its own that holds nothing real. There
/// is at most one per account; whoever leaves it leaves nothing behind.
@ApplicationScoped
class DemoWorkspaces {

  private static final Logger LOG = Logger.getLogger(DemoWorkspaces.class);
  private static final String NAME = "Demo data";
  private static final String OF = "select workspace_id, home, loaded from demo_of($1)";
  private static final String LEAVE = "select demo, home from leave_demo($1)";
  private static final String LOADED =
      "update workspace set demo_loaded_at = $2 where id = $1 and demo_loaded_at is null";

  /// Two browsers of one account make one workspace.
  private static final String LOCK =
      "select 1 from pg_advisory_xact_lock(hashtextextended('demo ' || $1, 0))";

  /// What the pages go through until somebody sees them.
  private static final String[] READING = {"replay-pages", "process-snapshot", "raise-signal"};

  private final Workspaces workspaces;
  private final DemoLoader loader;
  private final WorkspaceJobs jobs;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  DemoWorkspaces(
      Workspaces workspaces,
      DemoLoader loader,
      WorkspaceJobs jobs,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.workspaces = workspaces;
    this.loader = loader;
    this.jobs = jobs;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How it stands with an account's demo data.
  enum State {
    ABSENT,
    /// Its pages are being read; what has been read can be seen.
    LOADING,
    READY
  }

  /// @param workspaceId where it is; null while it is absent
  /// @param homeId where whoever looks around came from; null while it is absent
  record Standing(State state, @Nullable UUID workspaceId, @Nullable UUID homeId) {}

  private record Known(UUID workspaceId, UUID home, boolean loaded) {}

  Uni<Standing> standing(SignedIn who) {
    return transactions
        .global(tx -> find(tx, who))
        .chain(
            known ->
                known
                    .filter(Known::loaded)
                    .map(this::standing)
                    .orElseGet(
                        () -> Uni.createFrom().item(new Standing(State.ABSENT, null, null))));
  }

  private Uni<Standing> standing(Known demo) {
    UUID id = demo.workspaceId;
    return transactions
        .in(id, tx -> jobs.open(tx, id, READING))
        .map(reading -> new Standing(reading ? State.LOADING : State.READY, id, demo.home));
  }

  /// Makes what is missing of it; the session stays where it is.
  ///
  /// Fails with 503 when a service is away; asked again it goes on.
  Uni<Standing> add(SignedIn who, Origin origin) {
    return transactions
        .global(tx -> find(tx, who))
        .chain(known -> known.map(Uni.createFrom()::item).orElseGet(() -> found(who)))
        .chain(demo -> demo.loaded ? Uni.createFrom().item(demo) : load(demo, who, origin))
        .chain(this::standing);
  }

  private Uni<Known> found(SignedIn who) {
    UUID id = Ids.next();
    return transactions.in(
        id,
        tx ->
            SessionSql.of(tx)
                .select(LOCK, who.accountId().toString())
                .chain(() -> find(tx, who))
                .chain(
                    known ->
                        known
                            .map(Uni.createFrom()::item)
                            .orElseGet(
                                () ->
                                    workspaces
                                        .foundDemo(id, NAME, who.workspaceId(), who.accountId())
                                        .replaceWith(new Known(id, who.workspaceId(), false)))));
  }

  private Uni<Known> load(Known demo, SignedIn who, Origin origin) {
    UUID id = demo.workspaceId;
    return loader
        .load(id)
        .onFailure()
        .transform(
            failure -> {
              LOG.warnf("demo data not loaded workspace=%s error=%s", id, failure.toString());
              return Problems.unavailable(
                  "demo-unavailable",
                  "A part of the system is away, so there is no demo data yet. Try again in a"
                      + " moment.",
                  Duration.ofSeconds(5));
            })
        .chain(
            () ->
                transactions.in(
                    id,
                    tx ->
                        SessionSql.of(tx)
                            .update(LOADED, id, clock.instant().atOffset(ZoneOffset.UTC))))
        .chain(() -> note(AuditAction.DEMO_DATA_ADDED, who.workspaceId(), who, origin))
        .replaceWith(demo);
  }

  /// The account's sessions go back to where they came from, and the workspace is erased. Without
  /// demo data nothing happens.
  Uni<Void> remove(SignedIn who, Origin origin) {
    return transactions
        .global(tx -> SessionSql.of(tx).select(LEAVE, who.accountId()))
        .chain(
            left ->
                Multi.createFrom()
                    .iterable(left)
                    .filter(row -> row[1] != null)
                    .onItem()
                    .transformToUniAndConcatenate(
                        row -> note(AuditAction.DEMO_DATA_REMOVED, (UUID) row[1], who, origin))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> note(AuditAction action, UUID workspaceId, SignedIn who, Origin origin) {
    return transactions.in(
        workspaceId, _ -> audit.add(action, workspaceId, who.accountId(), origin));
  }

  private static Uni<Optional<Known>> find(Mutiny.Session tx, SignedIn who) {
    return SessionSql.of(tx).select(OF, who.accountId()).map(DemoWorkspaces::first);
  }

  private static Optional<Known> first(List<Object[]> rows) {
    return rows.stream()
        .findFirst()
        .map(row -> new Known((UUID) row[0], (UUID) row[1], (Boolean) row[2]));
  }
}
