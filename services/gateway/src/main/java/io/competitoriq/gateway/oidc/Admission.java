package io.competitoriq.gateway.oidc;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.account.ProviderAccounts;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.workspace.Membership;
import io.competitoriq.gateway.workspace.ProviderMembers;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Lets a person in whom the provider has vouched for: account, membership, session and their rows
/// in the audit trail are one transaction.
@ApplicationScoped
class Admission {

  /// Any number, the same in every gateway: held while the first workspace is founded.
  private static final long FOUNDING_LOCK = 723_910_463L;

  private static final String UNNAMED = "CompetitorIQ";

  private final Flags flags;
  private final ProviderAccounts accounts;
  private final ProviderMembers members;
  private final Workspaces workspaces;
  private final Sessions sessions;
  private final ProviderSessions providerSessions;
  private final AuditTrail audit;
  private final RightsTrail rights;
  private final WorkspaceTransactions transactions;

  Admission(
      Flags flags,
      ProviderAccounts accounts,
      ProviderMembers members,
      Workspaces workspaces,
      Sessions sessions,
      ProviderSessions providerSessions,
      AuditTrail audit,
      RightsTrail rights,
      WorkspaceTransactions transactions) {
    this.flags = flags;
    this.accounts = accounts;
    this.members = members;
    this.workspaces = workspaces;
    this.sessions = sessions;
    this.providerSessions = providerSessions;
    this.audit = audit;
    this.rights = rights;
    this.transactions = transactions;
  }

  /// Everything the provider says about somebody.
  ///
  /// @param linkEmail whether an account with the same verified address is theirs
  record Vouched(Identity identity, Grant grant, OIDCTokens tokens, boolean linkEmail) {

    ProviderAccounts.Person person(String email) {
      return new ProviderAccounts.Person(
          identity.issuer(),
          identity.subject(),
          new EmailAddress(email),
          linkEmail && identity.emailVerified(),
          identity.name(),
          grant.queueAdmin());
    }
  }

  /// Opens a session in the first workspace the grant names.
  ///
  /// Fails with [Refused] when there is none, or no account can be the person's.
  Uni<Sessions.Opened> admit(Vouched vouched, Origin origin) {
    String email = vouched.identity().email().orElseThrow(() -> new Refused(Refusal.EMAIL_MISSING));
    return members
        .places(vouched.grant().workspaces())
        .chain(
            places ->
                places.isEmpty()
                    ? found(vouched, email, origin)
                    : transactions.in(
                        places.getFirst().id(),
                        tx -> enter(tx, places.getFirst(), vouched, email, origin)));
  }

  /// The first person who comes as an owner founds the workspace, as in first-run set-up.
  private Uni<Sessions.Opened> found(Vouched vouched, String email, Origin origin) {
    if (vouched.grant().role() != Role.OWNER) {
      throw new Refused(Refusal.NO_WORKSPACE);
    }
    var place =
        new ProviderMembers.Place(
            Ids.next(), vouched.grant().workspaces().stream().findFirst().orElse(UNNAMED));
    return transactions
        .in(place.id(), tx -> found(tx, place, vouched, email, origin))
        .onFailure(Overtaken.class)
        .recoverWithUni(() -> admit(vouched, origin));
  }

  private Uni<Sessions.Opened> found(
      Mutiny.Session tx,
      ProviderMembers.Place place,
      Vouched vouched,
      String email,
      Origin origin) {
    return SessionSql.of(tx)
        .select("select 1 from pg_advisory_xact_lock($1)", FOUNDING_LOCK)
        .chain(() -> members.places(vouched.grant().workspaces()))
        .invoke(
            places -> {
              if (!places.isEmpty()) {
                throw new Overtaken();
              }
            })
        .chain(() -> account(tx, vouched, email, place.id(), origin))
        .chain(
            accountId ->
                workspaces
                    .found(place.id(), place.name(), accountId)
                    .call(() -> audit.add(AuditAction.SETUP, place.id(), accountId, origin))
                    .chain(membership -> open(tx, membership, accountId, vouched, email, origin)));
  }

  private Uni<Sessions.Opened> enter(
      Mutiny.Session tx,
      ProviderMembers.Place place,
      Vouched vouched,
      String email,
      Origin origin) {
    Role role = vouched.grant().role();
    return account(tx, vouched, email, place.id(), origin)
        .chain(
            accountId ->
                members
                    .keep(tx, place.id(), accountId, role)
                    .call(kept -> rights.note(place.id(), accountId, kept, role, origin))
                    .map(kept -> new Membership(kept.memberId(), place.id(), place.name(), role))
                    .chain(membership -> open(tx, membership, accountId, vouched, email, origin)));
  }

  private Uni<UUID> account(
      Mutiny.Session tx, Vouched vouched, String email, UUID workspaceId, Origin origin) {
    return accounts
        .obtain(tx, vouched.person(email))
        .chain(
            outcome ->
                switch (outcome) {
                  case ProviderAccounts.Outcome.Known(UUID id) -> Uni.createFrom().item(id);
                  case ProviderAccounts.Outcome.Linked(UUID id) ->
                      note(AuditAction.PROVIDER_ACCOUNT_LINKED, id, vouched, workspaceId, origin);
                  case ProviderAccounts.Outcome.Added(UUID id) ->
                      mayBeAdded(tx, workspaceId)
                          .chain(
                              () ->
                                  note(
                                      AuditAction.PROVIDER_ACCOUNT_ADDED,
                                      id,
                                      vouched,
                                      workspaceId,
                                      origin));
                  case ProviderAccounts.Outcome.EmailTaken() ->
                      Uni.createFrom().failure(new Refused(Refusal.EMAIL_TAKEN));
                })
        .call(id -> accounts.keep(tx, id, vouched.identity().name(), vouched.grant().queueAdmin()));
  }

  /// The first account is always made: whoever has just installed this could not get in otherwise.
  private Uni<Void> mayBeAdded(Mutiny.Session tx, UUID workspaceId) {
    return flags.on(Flag.SIGNUP, workspaceId)
        ? Uni.createFrom().voidItem()
        : accounts
            .isFirst(tx)
            .invoke(
                first -> {
                  if (!first) {
                    throw new Refused(Refusal.SIGN_UP_OFF);
                  }
                })
            .replaceWithVoid();
  }

  private Uni<UUID> note(
      AuditAction action, UUID accountId, Vouched vouched, UUID workspaceId, Origin origin) {
    var change =
        new AuditedChange("account " + accountId, "{}", rights.subjectOf(vouched.identity()));
    return audit.add(action, workspaceId, accountId, origin, change).replaceWith(accountId);
  }

  private Uni<Sessions.Opened> open(
      Mutiny.Session tx,
      Membership membership,
      UUID accountId,
      Vouched vouched,
      String email,
      Origin origin) {
    var person =
        new SignedIn.Person(
            accountId,
            vouched.identity().name(),
            new EmailAddress(email).value(),
            vouched.grant().queueAdmin());
    return sessions
        .open(membership, person, origin)
        .call(
            opened ->
                providerSessions.add(tx, opened.signedIn(), vouched.identity(), vouched.tokens()))
        .call(() -> audit.add(AuditAction.SIGN_IN, membership.workspaceId(), accountId, origin));
  }

  /// Somebody else founded the workspace at the same moment.
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Overtaken() {
      super("founded meanwhile", null, false, false);
    }
  }
}
