package io.competitoriq.gateway.session;

import io.competitoriq.gateway.account.Accounts;
import io.competitoriq.gateway.account.Credentials;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.workspace.Membership;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Signing in and out. Every try leaves a row in the audit trail.
@Startup
@ApplicationScoped
class Door {

  private static final String FAILURES = "ciq.auth.failures";

  /// Those of a provider come as `provider-` and its code.
  private static final List<String> REASONS =
      List.of("credentials", "throttled", "provider", "api-key");

  private final Accounts accounts;
  private final Workspaces workspaces;
  private final Sessions sessions;
  private final SignInLimit limit;
  private final AuthConfig auth;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final MeterRegistry meters;

  Door(
      Accounts accounts,
      Workspaces workspaces,
      Sessions sessions,
      SignInLimit limit,
      AuthConfig auth,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      MeterRegistry meters) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.sessions = sessions;
    this.limit = limit;
    this.auth = auth;
    this.audit = audit;
    this.transactions = transactions;
    this.meters = meters;
    CountersFromZero.in(meters, FAILURES, "reason", REASONS);
  }

  /// What an attempt at signing in came to.
  sealed interface Outcome {
    record Opened(Sessions.Opened session) implements Outcome {}

    /// Wrong password, unknown account or no workspace left: one answer for all three.
    record Refused() implements Outcome {}

    /// The password is right, but who this is comes in where their roles are looked after.
    record ThroughProvider() implements Outcome {}

    record Throttled(Duration retryAfter) implements Outcome {}
  }

  Uni<Outcome> signIn(SignIn attempt, Origin origin) {
    return limit
        .take(attempt.emailAddress(), origin.address())
        .chain(
            wait -> wait.isZero() ? check(attempt, origin) : Uni.createFrom().item(throttle(wait)));
  }

  Uni<Void> signOut(SignedIn signedIn, Origin origin) {
    return transactions.in(
        signedIn.workspaceId(),
        _ ->
            sessions
                .end(signedIn)
                .call(
                    () ->
                        audit.add(
                            AuditAction.SIGN_OUT,
                            signedIn.workspaceId(),
                            signedIn.accountId(),
                            origin)));
  }

  private Uni<Outcome> check(SignIn attempt, Origin origin) {
    return accounts
        .check(attempt.emailAddress(), attempt.password())
        .chain(
            credentials ->
                switch (credentials) {
                  case Credentials.Proven proven -> admit(proven, origin);
                  case Credentials.WrongPassword wrong -> refuse(wrong.accountId(), origin);
                  case Credentials.UnknownAccount() -> refuse(null, origin);
                });
  }

  /// A password would let somebody stay in whom the provider has put out.
  private Uni<Outcome> admit(Credentials.Proven proven, Origin origin) {
    if (!auth.mode().provider()) {
      return enter(proven, origin);
    }
    return accounts
        .isProviders(proven.accountId())
        .chain(
            theirs ->
                theirs
                    ? refuse(proven.accountId(), "provider", new Outcome.ThroughProvider(), origin)
                    : enter(proven, origin));
  }

  private Uni<Outcome> enter(Credentials.Proven proven, Origin origin) {
    return limit
        .forgive(proven.email(), origin.address())
        .chain(() -> workspaces.membershipsOf(proven.accountId()))
        .chain(memberships -> enter(proven, memberships, origin));
  }

  private Uni<Outcome> enter(
      Credentials.Proven proven, List<Membership> memberships, Origin origin) {
    if (memberships.isEmpty()) {
      return refuse(proven.accountId(), origin);
    }
    Membership first = memberships.getFirst();
    var person =
        new SignedIn.Person(
            proven.accountId(), proven.name(), proven.email().value(), proven.queueAdmin());
    return transactions
        .in(first.workspaceId(), _ -> open(first, person, origin))
        .map(Outcome.Opened::new);
  }

  private Uni<Sessions.Opened> open(Membership membership, SignedIn.Person person, Origin origin) {
    return sessions
        .open(membership, person, origin)
        .call(
            () ->
                audit.add(
                    AuditAction.SIGN_IN, membership.workspaceId(), person.accountId(), origin));
  }

  private Outcome throttle(Duration wait) {
    countFailure("throttled");
    return new Outcome.Throttled(wait);
  }

  private void countFailure(String reason) {
    meters.counter(FAILURES, "reason", reason).increment();
  }

  private Uni<Outcome> refuse(@Nullable UUID accountId, Origin origin) {
    return refuse(accountId, "credentials", new Outcome.Refused(), origin);
  }

  private Uni<Outcome> refuse(
      @Nullable UUID accountId, String reason, Outcome outcome, Origin origin) {
    countFailure(reason);
    return transactions
        .global(_ -> audit.add(AuditAction.SIGN_IN_FAILED, null, accountId, origin))
        .replaceWith(outcome);
  }
}
