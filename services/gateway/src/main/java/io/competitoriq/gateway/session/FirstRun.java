package io.competitoriq.gateway.session;

import io.competitoriq.gateway.account.Accounts;
import io.competitoriq.gateway.account.NewAccount;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// First-run set-up: the first account, its workspace and its session, in one transaction. Once
/// there is an account it is over for good, however many ask at the same moment.
@ApplicationScoped
class FirstRun {

  private final Accounts accounts;
  private final Workspaces workspaces;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;

  FirstRun(
      Accounts accounts,
      Workspaces workspaces,
      Sessions sessions,
      AuditTrail audit,
      WorkspaceTransactions transactions) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.sessions = sessions;
    this.audit = audit;
    this.transactions = transactions;
  }

  /// What an attempt at setting up came to.
  sealed interface Outcome {
    record Done(Sessions.Opened session) implements Outcome {}

    record AlreadyDone() implements Outcome {}
  }

  Uni<Boolean> isNeeded() {
    return accounts.none();
  }

  Uni<Outcome> run(SetUp wanted, Origin origin) {
    return accounts.none().chain(none -> none ? prepareAndStore(wanted, origin) : alreadyDone());
  }

  /// The password is hashed first, on a worker: no transaction waits for it.
  private Uni<Outcome> prepareAndStore(SetUp wanted, Origin origin) {
    UUID workspaceId = Ids.next();
    return accounts
        .prepare(wanted.emailAddress(), wanted.name(), wanted.password())
        .chain(
            account ->
                transactions.in(
                    workspaceId, tx -> store(tx, workspaceId, wanted, account, origin)));
  }

  private Uni<Outcome> store(
      Mutiny.Session tx, UUID workspaceId, SetUp wanted, NewAccount account, Origin origin) {
    return accounts
        .addFirst(tx, account)
        .chain(added -> added ? furnish(workspaceId, wanted, account, origin) : alreadyDone());
  }

  private Uni<Outcome> furnish(UUID workspaceId, SetUp wanted, NewAccount account, Origin origin) {
    return workspaces
        .found(workspaceId, wanted.workspaceName(), account.id())
        .chain(membership -> sessions.open(membership, person(account), origin))
        .call(() -> audit.add(AuditAction.SETUP, workspaceId, account.id(), origin))
        .map(Outcome.Done::new);
  }

  private static SignedIn.Person person(NewAccount account) {
    return new SignedIn.Person(account.id(), account.name(), account.email().value(), true);
  }

  private static Uni<Outcome> alreadyDone() {
    return Uni.createFrom().item(new Outcome.AlreadyDone());
  }
}
