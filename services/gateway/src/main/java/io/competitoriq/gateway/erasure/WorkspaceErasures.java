package io.competitoriq.gateway.erasure;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.Proof;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wish of an owner that the workspace be erased, until it is.
@ApplicationScoped
class WorkspaceErasures {

  private static final String LOCK = "select id from workspace where id = $1 for update";
  private static final String ASK =
      """
      insert into workspace_erasure (workspace_id, state, asked_by, asked_at, erase_after)
        values ($1, 'CLOSED', $2, $3, $4)
        on conflict (workspace_id) do update
          set state = 'CLOSED', asked_by = $2, asked_at = $3, erase_after = $4
          where workspace_erasure.state = 'OPENING'\
      """;
  private static final String TAKE_BACK =
      """
      update workspace_erasure set state = 'OPENING', held_until = '-infinity'
       where workspace_id = $1 and state = 'CLOSED'\
      """;
  private static final String READ =
      """
      select state, asked_at, erase_after, step, deleted, trouble from workspace_erasure
       where workspace_id = $1 and state <> 'OPENING'\
      """;

  private final Proof proof;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final ErasureConfig config;
  private final Clock clock;

  WorkspaceErasures(
      Proof proof,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      ErasureConfig config,
      Clock clock) {
    this.proof = proof;
    this.audit = audit;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /// How far it is.
  ///
  /// @param state `CLOSED` until it begins, then `ERASING`
  /// @param eraseAfter until then it can be taken back
  /// @param step what is being erased, null before
  /// @param deletedRows so far
  /// @param trouble why it does not go on just now; it is tried again
  record View(
      String state,
      Instant askedAt,
      Instant eraseAfter,
      @Nullable String step,
      long deletedRows,
      @Nullable String trouble) {}

  Uni<Optional<View>> view(SignedIn who) {
    return transactions.in(
        who.workspaceId(),
        tx ->
            SessionSql.of(tx)
                .select(READ, who.workspaceId())
                .map(rows -> rows.stream().findFirst().map(WorkspaceErasures::view)));
  }

  /// Closes the workspace at once and erases it after the grace.
  ///
  /// @param name the workspace's, typed: nothing goes by a slip
  /// @param password null for whoever has just signed in
  /// @throws io.competitoriq.http.ProblemException 400, 403, 409 when that was asked before
  Uni<Void> ask(SignedIn who, Origin origin, String name, @Nullable String password) {
    requireOwner(who);
    if (!name.strip().equals(who.workspaceName())) {
      throw Problems.badField("name-differs", "name", "This is not the name of the workspace.");
    }
    return proof.require(who, password).chain(() -> close(who, origin));
  }

  private Uni<Void> close(SignedIn who, Origin origin) {
    Instant now = clock.instant();
    Instant eraseAfter = now.plus(config.grace());
    return transactions.in(
        who.workspaceId(),
        tx ->
            SessionSql.of(tx)
                .select(LOCK, who.workspaceId())
                .chain(
                    () ->
                        SessionSql.of(tx)
                            .update(
                                ASK, who.workspaceId(), who.accountId(), utc(now), utc(eraseAfter)))
                .invoke(
                    closed -> {
                      if (closed == 0) {
                        throw Problems.conflict(
                            "erasure-asked", "The workspace is going to be erased already.");
                      }
                    })
                .chain(() -> write(AuditAction.WORKSPACE_CLOSED, who, origin, eraseAfter)));
  }

  /// @throws io.competitoriq.http.ProblemException 403, 409 when it has begun or nobody asked
  Uni<Void> takeBack(SignedIn who, Origin origin) {
    requireOwner(who);
    return transactions.in(
        who.workspaceId(),
        tx ->
            SessionSql.of(tx)
                .update(TAKE_BACK, who.workspaceId())
                .invoke(
                    opened -> {
                      if (opened == 0) {
                        throw Problems.conflict(
                            "erasure-not-waiting",
                            "There is nothing to take back: nobody asked for it, or the erasure has"
                                + " begun.");
                      }
                    })
                .chain(() -> write(AuditAction.WORKSPACE_REOPENED, who, origin, clock.instant())));
  }

  private Uni<Void> write(AuditAction action, SignedIn who, Origin origin, Instant from) {
    return audit.add(
        action,
        who.workspaceId(),
        who.accountId(),
        origin,
        new AuditedChange(
            "workspace " + who.workspaceId(),
            "{}",
            new JsonObject().put("from", from.toString()).encode()));
  }

  /// @throws io.competitoriq.http.ProblemException 403
  static void requireOwner(SignedIn who) {
    if (who.role() != Role.OWNER) {
      throw Problems.forbidden("role-too-low", "Only an owner of the workspace may do this.");
    }
  }

  private static View view(Object[] row) {
    return new View(
        (String) row[0],
        ((OffsetDateTime) row[1]).toInstant(),
        ((OffsetDateTime) row[2]).toInstant(),
        (String) row[3],
        ((Number) row[4]).longValue(),
        (String) row[5]);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
