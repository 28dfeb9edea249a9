package io.competitoriq.gateway.invitation;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.gateway.account.Accounts;
import io.competitoriq.gateway.account.Credentials;
import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.account.NewAccount;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.link.LinkToken;
import io.competitoriq.gateway.session.OwnSessions;
import io.competitoriq.gateway.session.PasswordAttempts;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Answering an invitation: with a new account, or with the one the address has and whoever proves
/// it.
@ApplicationScoped
class Acceptance {

  private final Flags flags;
  private final InvitationRows rows;
  private final Accounts accounts;
  private final Workspaces workspaces;
  private final Sessions sessions;
  private final OwnSessions ownSessions;
  private final PasswordAttempts passwordAttempts;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final Pool database;
  private final Clock clock;

  Acceptance(
      Flags flags,
      InvitationRows rows,
      Accounts accounts,
      Workspaces workspaces,
      Sessions sessions,
      OwnSessions ownSessions,
      PasswordAttempts passwordAttempts,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      Pool database,
      Clock clock) {
    this.flags = flags;
    this.rows = rows;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.sessions = sessions;
    this.ownSessions = ownSessions;
    this.passwordAttempts = passwordAttempts;
    this.audit = audit;
    this.transactions = transactions;
    this.database = database;
    this.clock = clock;
  }

  /// What a link invites to.
  record Invited(
      UUID id,
      UUID workspaceId,
      String workspaceName,
      String invitedBy,
      EmailAddress email,
      Role role,
      Instant expiresAt) {}

  /// An answer: with a name and a password, with the password of the account there is, or with
  /// nothing but a session of that account.
  ///
  /// @param current the session of the browser, if any
  record Answer(
      LinkToken token,
      @Nullable String name,
      @Nullable String password,
      Optional<SignedIn> current,
      Origin origin) {}

  /// @throws io.competitoriq.http.ProblemException 410 when the link does not work
  Uni<Invited> find(LinkToken token) {
    return database
        .preparedQuery("select * from invitation_of($1, $2)")
        .execute(Tuple.of(token.hash(), clock.instant().atOffset(ZoneOffset.UTC)))
        .map(
            found -> {
              if (!found.iterator().hasNext()) {
                throw over();
              }
              return invited(found.iterator().next());
            });
  }

  /// Whether somebody signs in with the invited address already.
  Uni<Boolean> isKnown(Invited invited) {
    return transactions.global(_ -> accounts.find(invited.email())).map(Optional::isPresent);
  }

  /// @throws io.competitoriq.http.ProblemException 400 naming the field, 401 when the account is
  ///   not proven, 403 when it needs a new account and none is made for now, 410 when the link does
  ///   not work (any more)
  Uni<Sessions.Opened> accept(Answer answer) {
    return find(answer.token())
        .chain(
            invited ->
                transactions
                    .global(_ -> accounts.find(invited.email()))
                    .chain(
                        known ->
                            known.isPresent()
                                ? join(invited, known.get(), answer)
                                : signUp(invited, answer)));
  }

  private Uni<Sessions.Opened> signUp(Invited invited, Answer answer) {
    if (!flags.on(Flag.SIGNUP, invited.workspaceId())) {
      throw Problems.forbidden(
          "sign-up-off",
          "New accounts are switched off for now by whoever operates this installation. The"
              + " invitation stays open; try again later.");
    }
    String name = answer.name();
    if (name == null || name.isBlank() || name.length() > 200) {
      throw Problems.badField("name-missing", "name", "Say what your name is.");
    }
    String password = answer.password() == null ? "" : answer.password();
    return accounts
        .prepare(invited.email(), name, password)
        .chain(
            account ->
                transactions.in(
                    invited.workspaceId(),
                    tx ->
                        taken(tx, invited)
                            .chain(() -> accounts.add(account))
                            .chain(() -> enter(tx, invited, person(account), answer))));
  }

  private Uni<Sessions.Opened> join(Invited invited, Accounts.Holder holder, Answer answer) {
    return proven(holder, answer)
        .chain(
            () ->
                transactions.in(
                    invited.workspaceId(),
                    tx ->
                        taken(tx, invited)
                            .chain(() -> enter(tx, invited, person(holder), answer))));
  }

  private Uni<Void> proven(Accounts.Holder holder, Answer answer) {
    if (answer.current().filter(who -> who.accountId().equals(holder.id())).isPresent()) {
      return Uni.createFrom().voidItem();
    }
    String password = answer.password();
    if (password == null) {
      throw notProven();
    }
    return passwordAttempts
        .take(holder.id())
        .chain(() -> accounts.check(holder.email(), password))
        .invoke(
            credentials -> {
              if (!(credentials instanceof Credentials.Proven)) {
                throw notProven();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> taken(Mutiny.Session tx, Invited invited) {
    return rows.isMember(tx, invited.email())
        .invoke(Invitations::refuseMember)
        .chain(() -> rows.accept(tx, invited.id(), clock.instant()))
        .invoke(
            accepted -> {
              if (!accepted) {
                throw over();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Sessions.Opened> enter(
      Mutiny.Session tx, Invited invited, SignedIn.Person person, Answer answer) {
    return workspaces
        .join(invited.workspaceId(), invited.workspaceName(), person.accountId(), invited.role())
        .call(
            () ->
                audit.add(
                    AuditAction.INVITATION_ACCEPTED,
                    invited.workspaceId(),
                    person.accountId(),
                    answer.origin(),
                    new AuditedChange(
                        "member " + invited.email().value(),
                        new JsonObject().encode(),
                        new JsonObject().put("role", invited.role().name()).encode())))
        .chain(membership -> sessions.open(membership, person, answer.origin()))
        .call(() -> endReplaced(tx, person, answer));
  }

  /// The browser forgets the session it came with; nobody else shall find it.
  private Uni<?> endReplaced(Mutiny.Session tx, SignedIn.Person person, Answer answer) {
    return answer
        .current()
        .filter(who -> who.accountId().equals(person.accountId()))
        .map(who -> ownSessions.end(tx, who.accountId(), who.sessionId()))
        .orElse(Uni.createFrom().item(false));
  }

  private static SignedIn.Person person(NewAccount account) {
    return new SignedIn.Person(account.id(), account.name(), account.email().value(), false);
  }

  private static SignedIn.Person person(Accounts.Holder holder) {
    return new SignedIn.Person(
        holder.id(), holder.name(), holder.email().value(), holder.queueAdmin());
  }

  private static Invited invited(Row row) {
    return new Invited(
        row.getUUID("invitation_id"),
        row.getUUID("workspace_id"),
        row.getString("workspace_name"),
        row.getString("invited_by"),
        new EmailAddress(row.getString("email")),
        Role.valueOf(row.getString("role")),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  private static RuntimeException over() {
    return Problems.gone(
        "link-over",
        "This invitation was answered, withdrawn or replaced, or is too old. Ask for a new one.");
  }

  private static RuntimeException notProven() {
    return Problems.unauthorized(
        "credentials-wrong",
        "An account has this e-mail address already. Give its password, or sign in first.");
  }
}
