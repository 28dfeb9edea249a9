package io.competitoriq.gateway.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Slows down guessing the password of an account elsewhere than at the sign-in, wherever the
/// guesses come from: whoever is there has a session or a link, which an attacker may have stolen.
@ApplicationScoped
public class PasswordAttempts {

  private final AttemptLimit limit;
  private final SessionConfig.SignIn config;

  PasswordAttempts(AttemptLimit limit, SessionConfig config) {
    this.limit = limit;
    this.config = config.signIn();
  }

  /// Takes one attempt at the account.
  ///
  /// @throws io.competitoriq.http.ProblemException 429 when there is none left
  public Uni<Void> take(UUID accountId) {
    return limit.take("password " + accountId, config.accountBurst(), config.accountRefill());
  }
}
