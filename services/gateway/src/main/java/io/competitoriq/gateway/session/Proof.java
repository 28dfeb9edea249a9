package io.competitoriq.gateway.session;

import io.competitoriq.gateway.account.Accounts;
import io.competitoriq.gateway.account.Credentials;
import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// That it is really the person who asks for something that cannot be undone: their password, or
/// that they have just signed in, for those whom a provider knows.
@ApplicationScoped
public class Proof {

  private static final String FRESH =
      "select exists (select from session where id = $1 and created_at >= $2)";

  private final Accounts accounts;
  private final PasswordAttempts attempts;
  private final WorkspaceTransactions transactions;
  private final SessionConfig.Session config;
  private final Clock clock;

  Proof(
      Accounts accounts,
      PasswordAttempts attempts,
      WorkspaceTransactions transactions,
      SessionConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.transactions = transactions;
    this.config = config.session();
    this.clock = clock;
  }

  /// @param password null for whoever has just signed in
  /// @throws io.competitoriq.http.ProblemException 400 when it is not the person's, 403 when the
  ///   sign-in is too long ago, 429
  public Uni<Void> require(SignedIn who, @Nullable String password) {
    return password == null || password.isEmpty() ? fresh(who) : check(who, password);
  }

  private Uni<Void> check(SignedIn who, String password) {
    return attempts
        .take(who.accountId())
        .chain(() -> accounts.check(new EmailAddress(who.email()), password))
        .invoke(
            credentials -> {
              if (!(credentials instanceof Credentials.Proven)) {
                throw Problems.badField(
                    "credentials-wrong", "password", "This is not your password as it is now.");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> fresh(SignedIn who) {
    var since = clock.instant().minus(config.fresh()).atOffset(ZoneOffset.UTC);
    return transactions
        .in(who.workspaceId(), tx -> SessionSql.of(tx).select(FRESH, who.sessionId(), since))
        .invoke(
            rows -> {
              if (!Boolean.TRUE.equals(rows.getFirst()[0])) {
                throw Problems.forbidden(
                    "sign-in-again",
                    "This cannot be undone. Type your password, or sign out, sign in again and come"
                        + " back within %d minutes.".formatted(config.fresh().toMinutes()));
              }
            })
        .replaceWithVoid();
  }
}
