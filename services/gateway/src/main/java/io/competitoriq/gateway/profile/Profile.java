package io.competitoriq.gateway.profile;

import io.competitoriq.gateway.account.Accounts;
import io.competitoriq.gateway.account.Credentials;
import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.OwnSessions;
import io.competitoriq.gateway.session.PasswordAttempts;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What people change about their own account.
@ApplicationScoped
class Profile {

  private final Accounts accounts;
  private final OwnSessions sessions;
  private final PasswordAttempts attempts;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;

  Profile(
      Accounts accounts,
      OwnSessions sessions,
      PasswordAttempts attempts,
      AuditTrail audit,
      WorkspaceTransactions transactions) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.attempts = attempts;
    this.audit = audit;
    this.transactions = transactions;
  }

  Uni<Void> rename(SignedIn who, Origin origin, String name) {
    return transactions.in(
        who.workspaceId(),
        _ ->
            accounts
                .rename(who.accountId(), name)
                .chain(
                    () ->
                        write(
                            AuditAction.ACCOUNT_RENAMED,
                            who,
                            origin,
                            new JsonObject().put("name", who.name()),
                            new JsonObject().put("name", name.strip()))));
  }

  /// Ends all other sessions of the account.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 naming the field, 429
  Uni<Void> changePassword(SignedIn who, Origin origin, String current, String wanted) {
    var email = new EmailAddress(who.email());
    var holder = new Accounts.Holder(who.accountId(), who.name(), email, who.queueAdmin());
    return attempts
        .take(who.accountId())
        .chain(() -> accounts.check(email, current))
        .invoke(Profile::requireProven)
        .chain(() -> accounts.prepare(holder, wanted))
        .chain(
            hash ->
                transactions.in(
                    who.workspaceId(),
                    tx ->
                        accounts
                            .setPassword(who.accountId(), hash)
                            .chain(() -> sessions.endOthers(tx, who.accountId(), who.sessionId()))
                            .chain(
                                ended -> write(AuditAction.PASSWORD_CHANGED, who, origin, ended))));
  }

  /// @throws io.competitoriq.http.ProblemException 404 when it is none of theirs
  Uni<Void> endSession(SignedIn who, Origin origin, UUID sessionId) {
    return transactions.in(
        who.workspaceId(),
        tx ->
            sessions
                .end(tx, who.accountId(), sessionId)
                .invoke(
                    ended -> {
                      if (!ended) {
                        throw Problems.notFound("session-not-found", "It has ended already.");
                      }
                    })
                .chain(() -> write(AuditAction.SESSIONS_ENDED, who, origin, 1)));
  }

  Uni<Void> endOtherSessions(SignedIn who, Origin origin) {
    return transactions.in(
        who.workspaceId(),
        tx ->
            sessions
                .endOthers(tx, who.accountId(), who.sessionId())
                .chain(ended -> write(AuditAction.SESSIONS_ENDED, who, origin, ended)));
  }

  /// The session is in the other workspace from the next request on.
  ///
  /// @throws io.competitoriq.http.ProblemException 404 when the account is no member there
  Uni<Void> enter(SignedIn who, Origin origin, UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            sessions
                .enter(tx, who, workspaceId)
                .invoke(
                    entered -> {
                      if (!entered) {
                        throw Problems.notFound(
                            "workspace-not-found", "You do not belong to that workspace.");
                      }
                    })
                .chain(
                    () ->
                        audit.add(
                            AuditAction.WORKSPACE_ENTERED, workspaceId, who.accountId(), origin)));
  }

  private static void requireProven(Credentials credentials) {
    if (!(credentials instanceof Credentials.Proven)) {
      throw Problems.badField(
          "credentials-wrong", "currentPassword", "This is not your password as it is now.");
    }
  }

  private Uni<Void> write(AuditAction action, SignedIn who, Origin origin, long ended) {
    return write(
        action, who, origin, new JsonObject().put("otherSessions", ended), new JsonObject());
  }

  private Uni<Void> write(
      AuditAction action, SignedIn who, Origin origin, JsonObject before, JsonObject after) {
    return audit.add(
        action,
        who.workspaceId(),
        who.accountId(),
        origin,
        new AuditedChange("account " + who.email(), before.encode(), after.encode()));
  }
}
