package io.competitoriq.gateway.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// The accounts that may operate the job queues of the installation. There is always one.
@ApplicationScoped
public class QueueAdmins {

  /// Any number, the same in every gateway: held while the role is given or taken.
  private static final long LOCK = 723_910_461L;

  private final AccountRepository repository;

  QueueAdmins(AccountRepository repository) {
    this.repository = repository;
  }

  /// An account that has the role.
  public record Holder(String email, String name) {}

  /// What became of giving or taking the role.
  public sealed interface Outcome {
    /// @param before whether the account had the role
    record Changed(boolean before) implements Outcome {}

    /// No account has that address.
    record Unknown() implements Outcome {}

    /// Nobody would be left who could give it back.
    record LastOne() implements Outcome {}
  }

  /// In the caller's transaction, in the order of their addresses.
  public Uni<List<Holder>> all() {
    return repository
        .queueAdmins()
        .map(found -> found.stream().map(a -> new Holder(a.email, a.name)).toList());
  }

  /// In the caller's transaction.
  public Uni<Outcome> grant(Mutiny.Session tx, EmailAddress email) {
    return locked(tx)
        .chain(() -> repository.findByEmail(email.value()))
        .chain(account -> set(account, true));
  }

  /// In the caller's transaction; open sessions of the account lose the role at once.
  public Uni<Outcome> revoke(Mutiny.Session tx, EmailAddress email) {
    return locked(tx)
        .chain(() -> repository.queueAdmins())
        .chain(
            holders ->
                holders.size() == 1 && holders.getFirst().email.equals(email.value())
                    ? Uni.createFrom().<Outcome>item(new Outcome.LastOne())
                    : repository.findByEmail(email.value()).chain(account -> set(account, false)));
  }

  private Uni<Outcome> set(Optional<Account> account, boolean queueAdmin) {
    if (account.isEmpty()) {
      return Uni.createFrom().item(new Outcome.Unknown());
    }
    boolean before = account.get().queueAdmin;
    return repository
        .setQueueAdmin(account.get().id, queueAdmin)
        .replaceWith(new Outcome.Changed(before));
  }

  private static Uni<Integer> locked(Mutiny.Session tx) {
    return tx.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
        .setParameter("key", LOCK)
        .getSingleResult();
  }
}
