package io.competitoriq.gateway.oidc;

import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Voucher;
import io.competitoriq.seal.SealBroken;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks the provider again and again whether the people who came through it still may. One request
/// at a time asks for a session, whichever gateway it reaches; the others go by what is known, as
/// long as that is fresh enough.
@ApplicationScoped
class ProviderVoucher implements Voucher {

  private static final Logger LOG = Logger.getLogger(ProviderVoucher.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

  private final ProviderSessions sessions;
  private final TokenEndpoint tokens;
  private final Recheck recheck;
  private final CodeFlow flow;
  private final WorkspaceTransactions transactions;
  private final Aside aside;
  private final OidcConfig config;
  private final Clock clock;

  ProviderVoucher(
      ProviderSessions sessions,
      TokenEndpoint tokens,
      Recheck recheck,
      CodeFlow flow,
      WorkspaceTransactions transactions,
      Aside aside,
      OidcConfig config,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.recheck = recheck;
    this.flow = flow;
    this.transactions = transactions;
    this.aside = aside;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Uni<Verdict> ask(SignedIn who) {
    return ask(who, clock.instant().plus(lease()));
  }

  @Override
  public Uni<Optional<URI>> farewell(SignedIn who) {
    return transactions
        .in(who.workspaceId(), tx -> sessions.idToken(tx, who.sessionId()))
        .onFailure(SealBroken.class)
        .recoverWithItem(Optional.empty())
        .chain(
            idToken -> idToken.map(flow::farewell).orElse(Uni.createFrom().item(Optional.empty())));
  }

  /// Longer than asking can take, so that nobody asks while somebody still does.
  private Duration lease() {
    return config.timeout().multipliedBy(4);
  }

  private Uni<Verdict> ask(SignedIn who, Instant deadline) {
    return sessions
        .claim(who.sessionId(), config.recheckAfter(), lease())
        .chain(
            found ->
                found
                    .map(check -> decide(check, who, deadline))
                    .orElse(Uni.createFrom().item(Verdict.STANDS)));
  }

  private Uni<Verdict> decide(ProviderSessions.Check check, SignedIn who, Instant deadline) {
    boolean fresh = age(check).compareTo(config.recheckBy()) < 0;
    if (check.mine()) {
      Uni<Verdict> asking = aside.run(() -> askProvider(check, who));
      return fresh ? begun(asking) : asking;
    }
    if (fresh) {
      return Uni.createFrom().item(Verdict.STANDS);
    }
    return check.failing() || clock.instant().isAfter(deadline)
        ? Uni.createFrom().item(withoutProvider(check))
        : aside.run(() -> askLater(who, deadline));
  }

  /// Whoever asks now may find out something that this request's session does not know.
  private Uni<Verdict> askLater(SignedIn who, Instant deadline) {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(LOOK_AGAIN)
        .chain(() -> ask(who, deadline))
        .map(verdict -> verdict == Verdict.STANDS ? Verdict.CHANGED : verdict);
  }

  /// What it finds out holds from the next request on.
  private static Uni<Verdict> begun(Uni<Verdict> asking) {
    asking
        .subscribe()
        .with(_ -> {}, failure -> LOG.errorf("provider check failed error=%s", failure));
    return Uni.createFrom().item(Verdict.STANDS);
  }

  private Uni<Verdict> askProvider(ProviderSessions.Check check, SignedIn who) {
    return Uni.createFrom()
        .item(() -> sessions.open(who.sessionId(), check.refreshToken()))
        .chain(token -> tokens.refresh(new RefreshToken(token)))
        .chain(given -> apply(given, check, who))
        .onFailure(ProviderAway.class)
        .recoverWithUni(away -> away(away, check, who))
        .onFailure(failure -> failure instanceof TokenRefused || failure instanceof SealBroken)
        .recoverWithUni(refused -> recheck.end(who, String.valueOf(refused.getMessage())));
  }

  private Uni<Verdict> apply(OIDCTokens given, ProviderSessions.Check check, SignedIn who) {
    return recheck
        .claims(given, check.subject())
        .chain(claims -> recheck.apply(who, claims, given));
  }

  private Uni<Verdict> away(Throwable away, ProviderSessions.Check check, SignedIn who) {
    LOG.warnf("provider away reason=%s session=%s", away.getMessage(), who.sessionId());
    return transactions
        .in(who.workspaceId(), tx -> sessions.failed(tx, who.sessionId()))
        .replaceWith(() -> withoutProvider(check));
  }

  private Verdict withoutProvider(ProviderSessions.Check check) {
    return age(check).compareTo(config.grace()) < 0 ? Verdict.STANDS : Verdict.WITHDRAWN;
  }

  private Duration age(ProviderSessions.Check check) {
    return Duration.between(check.checkedAt(), clock.instant());
  }
}
