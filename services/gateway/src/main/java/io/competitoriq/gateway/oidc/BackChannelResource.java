package io.competitoriq.gateway.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.text.ParseException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Where the provider itself says that sessions have ended (OpenID Connect Back-Channel Logout).
/// Nobody is signed in here: the token's signature is what counts.
@Path("/api/v1/session/oidc/back-channel-sign-out")
public class BackChannelResource {

  private final TokenVerifier verifier;
  private final ProviderSessions providerSessions;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final OidcSettings settings;

  BackChannelResource(
      TokenVerifier verifier,
      ProviderSessions providerSessions,
      Sessions sessions,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      OidcSettings settings) {
    this.verifier = verifier;
    this.providerSessions = providerSessions;
    this.sessions = sessions;
    this.audit = audit;
    this.transactions = transactions;
    this.settings = settings;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<Void>> signOut(@RestForm("logout_token") @Nullable String token) {
    if (!settings.used()) {
      throw Problems.notFound("not-found", "There is nothing at this address.");
    }
    return verifier
        .logoutToken(parsed(token))
        .onFailure(TokenRefused.class)
        .transform(refused -> notOurs(String.valueOf(refused.getMessage())))
        .chain(this::endSessions)
        .replaceWith(RestResponse::ok);
  }

  private Uni<Void> endSessions(LogoutTokenClaimsSet claims) {
    return providerSessions
        .find(
            settings.issuer().getValue(),
            Optional.ofNullable(claims.getSubject()).map(subject -> subject.getValue()),
            Optional.ofNullable(claims.getSessionID()).map(sid -> sid.getValue()))
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(this::end)
                    .onItem()
                    .ignoreAsUni());
  }

  private Uni<Void> end(ProviderSessions.Ended ended) {
    var change = new AuditedChange("session " + ended.sessionId(), "{}", "{}");
    return transactions.in(
        ended.workspaceId(),
        _ ->
            sessions
                .end(ended.sessionId())
                .call(
                    () ->
                        audit.add(
                            AuditAction.PROVIDER_SESSION_ENDED,
                            ended.workspaceId(),
                            ended.accountId(),
                            Recheck.PROVIDER,
                            change)));
  }

  private static JWT parsed(@Nullable String token) {
    try {
      return JWTParser.parse(token == null ? "" : token);
    } catch (ParseException unreadable) {
      throw notOurs("logout_token is no signed token");
    }
  }

  private static RuntimeException notOurs(String why) {
    return Problems.badRequest("logout-token-refused", "Nothing was ended: " + why + ".");
  }
}
