package io.competitoriq.gateway.account;

import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The accounts of this installation.
@ApplicationScoped
public class Accounts {

  /// Any number, the same in every gateway: held while the first account is being made.
  private static final long FIRST_ACCOUNT_LOCK = 723_910_460L;

  private final AccountRepository repository;
  private final Passwords passwords;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Accounts(
      AccountRepository repository,
      Passwords passwords,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.passwords = passwords;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Whether nobody has an account yet.
  public Uni<Boolean> none() {
    return transactions.global(_ -> repository.count()).map(count -> count == 0);
  }

  /// Hashes the password, which takes a moment on a worker thread; call it outside a transaction.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 when it is none to choose
  public Uni<NewAccount> prepare(EmailAddress email, String name, String password) {
    return passwords
        .choose(password, email, name)
        .map(hash -> new NewAccount(Ids.next(), email, name.strip(), hash.phc()));
  }

  /// Stores one more account, in the caller's transaction.
  public Uni<Void> add(NewAccount account) {
    return add(account, false).replaceWithVoid();
  }

  /// The account with that address, in the caller's transaction.
  public Uni<Optional<Holder>> find(EmailAddress email) {
    return repository.findByEmail(email.value()).map(found -> found.map(Accounts::holder));
  }

  /// The account, in the caller's transaction.
  public Uni<Optional<Holder>> find(UUID id) {
    return repository
        .findById(id)
        .map(Optional::ofNullable)
        .map(found -> found.map(Accounts::holder));
  }

  /// Whether the person comes through an identity provider.
  public Uni<Boolean> isProviders(UUID id) {
    return transactions
        .global(
            tx ->
                SessionSql.of(tx)
                    .select("select 1 from account_identity where account_id = $1 limit 1", id))
        .map(rows -> !rows.isEmpty());
  }

  /// Whose an account is.
  ///
  /// @param queueAdmin whether it may operate the job queues of the installation
  public record Holder(UUID id, String name, EmailAddress email, boolean queueAdmin) {}

  /// Gives the person another name, in the caller's transaction.
  public Uni<Void> rename(UUID id, String name) {
    return repository.setName(id, name.strip()).replaceWithVoid();
  }

  /// Hashes a password chosen for an account there is; call it outside a transaction.
  ///
  /// @return what [#setPassword] stores
  /// @throws io.competitoriq.http.ProblemException 400 when it is none to choose
  public Uni<String> prepare(Holder holder, String password) {
    return passwords.choose(password, holder.email(), holder.name()).map(PasswordHash::phc);
  }

  /// Replaces the password, in the caller's transaction.
  public Uni<Void> setPassword(UUID id, String passwordHash) {
    return repository.setPasswordHash(id, passwordHash).replaceWithVoid();
  }

  private static Holder holder(Account account) {
    return new Holder(
        account.id, account.name, new EmailAddress(account.email), account.queueAdmin);
  }

  /// Stores the account when it is the first one, in the caller's transaction; it may operate the
  /// queues, since somebody must and it is whose installation it is. Callers at the same moment
  /// wait for each other; only one is told true.
  public Uni<Boolean> addFirst(Mutiny.Session session, NewAccount account) {
    return session
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
        .setParameter("key", FIRST_ACCOUNT_LOCK)
        .getSingleResult()
        .chain(() -> repository.count())
        .chain(count -> count > 0 ? Uni.createFrom().item(false) : add(account, true));
  }

  /// Proves who somebody is. Takes the same time whether or not the account exists.
  public Uni<Credentials> check(EmailAddress email, String password) {
    return transactions
        .global(_ -> repository.findByEmail(email.value()))
        .chain(account -> check(account, password));
  }

  private Uni<Credentials> check(Optional<Account> account, String password) {
    Optional<PasswordHash> stored =
        account.flatMap(a -> Optional.ofNullable(a.passwordHash)).map(PasswordHash::parse);
    return passwords
        .matches(stored, password)
        .call(matches -> matches ? refresh(account, stored, password) : nothing())
        .map(matches -> outcome(account, matches));
  }

  private static Credentials outcome(Optional<Account> account, boolean matches) {
    if (account.isEmpty()) {
      return new Credentials.UnknownAccount();
    }
    Account found = account.get();
    return matches
        ? new Credentials.Proven(
            found.id, found.name, new EmailAddress(found.email), found.queueAdmin)
        : new Credentials.WrongPassword(found.id);
  }

  /// The only moment the password is known: the moment to hash it at today's costs.
  private Uni<?> refresh(
      Optional<Account> account, Optional<PasswordHash> stored, String password) {
    if (account.isEmpty() || stored.isEmpty() || !passwords.isOutdated(stored.get())) {
      return nothing();
    }
    var id = account.get().id;
    return passwords
        .hash(password)
        .chain(hash -> transactions.global(_ -> repository.setPasswordHash(id, hash.phc())));
  }

  private Uni<Boolean> add(NewAccount account, boolean queueAdmin) {
    var row = new Account();
    row.id = account.id();
    row.email = account.email().value();
    row.name = account.name();
    row.passwordHash = account.passwordHash();
    row.queueAdmin = queueAdmin;
    row.createdAt = clock.instant();
    return repository.persistAndFlush(row).replaceWith(true);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
