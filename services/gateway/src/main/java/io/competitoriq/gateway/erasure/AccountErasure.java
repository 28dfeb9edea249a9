package io.competitoriq.gateway.erasure;

import io.competitoriq.gateway.session.Proof;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.workspace.Membership;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A person erases their own account. First the services forget the address, then the gateway
/// everything in one transaction: whatever fails before leaves the account, to be erased again.
@ApplicationScoped
public class AccountErasure {

  private static final Logger LOG = Logger.getLogger(AccountErasure.class);
  private static final String MAY = "select verdict, workspace_name from account_erasable($1)";
  private static final String ERASE =
      "select verdict, workspace_name from erase_account($1, $2, $3)";

  private final Proof proof;
  private final Workspaces workspaces;
  private final WorkspaceServices services;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  AccountErasure(
      Proof proof,
      Workspaces workspaces,
      WorkspaceServices services,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.proof = proof;
    this.workspaces = workspaces;
    this.services = services;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param email the person's own address, typed: nothing goes by a slip
  /// @param password null for whoever has just signed in
  /// @throws ProblemException 400, 403 `sign-in-again`, 409 `last-owner` or `last-queue-admin`, 503
  public Uni<Void> erase(SignedIn who, String email, @Nullable String password) {
    if (!email.strip().equalsIgnoreCase(who.email())) {
      throw Problems.badField("email-differs", "email", "This is not the address of your account.");
    }
    return proof
        .require(who, password)
        .chain(() -> transactions.global(tx -> SessionSql.of(tx).select(MAY, who.accountId())))
        .invoke(AccountErasure::require)
        .chain(() -> workspaces.membershipsOf(who.accountId()))
        .chain(places -> forgetInServices(places, who.email()))
        .chain(
            () ->
                transactions.global(
                    tx -> SessionSql.of(tx).select(ERASE, who.accountId(), trace(), now())))
        .invoke(AccountErasure::require)
        .replaceWithVoid();
  }

  private Uni<Void> forgetInServices(List<Membership> places, String email) {
    return Multi.createFrom()
        .iterable(places)
        .onItem()
        .transformToUniAndConcatenate(
            place -> services.forgetPerson(place.workspaceId(), place.memberId(), email))
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .transform(AccountErasure::unavailable);
  }

  private static ProblemException unavailable(Throwable failure) {
    LOG.warnf("person not forgotten error=%s", failure.toString());
    return Problems.unavailable(
        "erasure-unavailable",
        "A part of the system is away, so your account was not erased. Try again in a moment.",
        Duration.ofSeconds(10));
  }

  /// @throws ProblemException unless the account may go
  private static void require(List<Object[]> rows) {
    Object[] row = rows.getFirst();
    switch (String.valueOf(row[0])) {
      case "OK" -> {}
      case "UNKNOWN" -> throw Problems.unauthorized("sign-in-required", "Sign in and try again.");
      case "LAST_OWNER" ->
          throw Problems.conflict(
              "last-owner",
              "You are the only owner of “%s”. Make somebody else an owner under Settings, Members, or erase the workspace: its last owner's account goes with it."
                  .formatted(row[1]));
      case "LAST_QUEUE_ADMIN" ->
          throw Problems.conflict(
              "last-queue-admin",
              "You are the last who may operate the job queues. Grant somebody else the right first.");
      default -> throw new IllegalStateException("unknown verdict " + row[0]);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String trace() {
    return TraceContext.current().traceId();
  }
}
