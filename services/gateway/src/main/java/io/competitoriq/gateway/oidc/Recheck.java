package io.competitoriq.gateway.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.competitoriq.gateway.account.ProviderAccounts;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Voucher.Verdict;
import io.competitoriq.gateway.workspace.ProviderMembers;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Takes over what the provider says about somebody who is signed in.
@ApplicationScoped
class Recheck {

  private static final Logger LOG = Logger.getLogger(Recheck.class);

  /// Nobody's request does it: the provider's word does.
  static final Origin PROVIDER = new Origin("identity-provider", null);

  private final TokenVerifier verifier;
  private final ProviderDirectory directory;
  private final ProviderCalls calls;
  private final GrantRules rules;
  private final Sessions sessions;
  private final ProviderSessions providerSessions;
  private final ProviderAccounts accounts;
  private final ProviderMembers members;
  private final AuditTrail audit;
  private final RightsTrail rights;
  private final WorkspaceTransactions transactions;

  Recheck(
      TokenVerifier verifier,
      ProviderDirectory directory,
      ProviderCalls calls,
      GrantRules rules,
      Sessions sessions,
      ProviderSessions providerSessions,
      ProviderAccounts accounts,
      ProviderMembers members,
      AuditTrail audit,
      RightsTrail rights,
      WorkspaceTransactions transactions) {
    this.verifier = verifier;
    this.directory = directory;
    this.calls = calls;
    this.rules = rules;
    this.sessions = sessions;
    this.providerSessions = providerSessions;
    this.accounts = accounts;
    this.members = members;
    this.audit = audit;
    this.rights = rights;
    this.transactions = transactions;
  }

  /// What the provider says now: in the new ID token, or where it gives none with a refresh, at its
  /// userinfo endpoint. Fails with [TokenRefused] and [ProviderAway].
  Uni<Map<String, Object>> claims(OIDCTokens given, String subject) {
    Uni<? extends ClaimsSet> claims =
        given.getIDToken() == null
            ? userInfo(given.getAccessToken())
            : verifier.idToken(given.getIDToken(), null);
    return claims
        .map(Identity::claims)
        .invoke(
            values -> {
              if (!subject.equals(values.get("sub"))) {
                throw new TokenRefused("the provider answers for somebody else");
              }
            });
  }

  /// Role and rights become what the claims say; without a role in the session's workspace the
  /// session ends.
  Uni<Verdict> apply(SignedIn who, Map<String, Object> claims, OIDCTokens given) {
    Optional<Grant> grant =
        rules
            .grant(claims)
            .filter(found -> who.demo() || found.names(who.workspaceId(), who.workspaceName()));
    String name = Identity.of("", claims).name();
    return grant.isPresent()
        ? transactions.in(who.workspaceId(), tx -> keep(tx, who, grant.get(), name, given))
        : end(who, "no role in this workspace");
  }

  /// Ends the session, and the trail says why.
  Uni<Verdict> end(SignedIn who, String why) {
    LOG.infof("session ended by the provider session=%s reason=%s", who.sessionId(), why);
    var change = new AuditedChange("session " + who.sessionId(), "{}", "{}");
    return transactions
        .in(
            who.workspaceId(),
            _ ->
                sessions
                    .end(who)
                    .call(
                        () ->
                            audit.add(
                                AuditAction.PROVIDER_SESSION_ENDED,
                                who.workspaceId(),
                                who.accountId(),
                                PROVIDER,
                                change)))
        .replaceWith(Verdict.WITHDRAWN);
  }

  private Uni<Verdict> keep(
      Mutiny.Session tx, SignedIn who, Grant grant, String name, OIDCTokens given) {
    // Nobody is granted a role where nothing is real.
    Role role = who.demo() ? who.role() : grant.role();
    return members
        .keep(tx, who.workspaceId(), who.accountId(), role)
        .call(kept -> rights.note(who.workspaceId(), who.accountId(), kept, role, PROVIDER))
        .call(() -> accounts.keep(tx, who.accountId(), name, grant.queueAdmin()))
        .call(
            () ->
                who.queueAdmin() == grant.queueAdmin()
                    ? Uni.createFrom().voidItem()
                    : rights.noteQueueAdmin(
                        who.workspaceId(), who.accountId(), who.queueAdmin(), PROVIDER))
        .call(() -> providerSessions.vouched(tx, who.sessionId(), given))
        .replaceWith(
            () ->
                who.role() == role
                        && who.queueAdmin() == grant.queueAdmin()
                        && who.name().equals(name)
                    ? Verdict.STANDS
                    : Verdict.CHANGED);
  }

  private Uni<ClaimsSet> userInfo(AccessToken token) {
    return directory
        .entry(ProviderDirectory.KEPT)
        .map(
            entry ->
                new UserInfoRequest(entry.metadata().getUserInfoEndpointURI(), token)
                    .toHTTPRequest())
        .chain(calls::send)
        .map(
            answer -> {
              try {
                return UserInfoSuccessResponse.parse(answer).getUserInfo();
              } catch (ParseException unreadable) {
                throw new ProviderAway(
                    "userinfo: status %d, %s"
                        .formatted(answer.getStatusCode(), unreadable.getMessage()));
              }
            });
  }
}
