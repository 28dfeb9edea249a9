package io.competitoriq.gateway.account;

import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Accounts of people who are somebody at an identity provider. All in the caller's transaction.
@ApplicationScoped
public class ProviderAccounts {

  private final Clock clock;

  ProviderAccounts(Clock clock) {
    this.clock = clock;
  }

  /// A person as the provider knows them.
  ///
  /// @param subject the provider's own, unchanging name for the person
  /// @param vouched whether an account made here with this address is the same person
  /// @param queueAdmin whether the provider lets them operate the job queues
  public record Person(
      String issuer,
      String subject,
      EmailAddress email,
      boolean vouched,
      String name,
      boolean queueAdmin) {}

  /// Whose account it is.
  public sealed interface Outcome {
    /// It was the person's already.
    record Known(UUID accountId) implements Outcome {}

    /// It was made here earlier and is the provider's person's from now on.
    record Linked(UUID accountId) implements Outcome {}

    record Added(UUID accountId) implements Outcome {}

    /// Somebody else's account has the address.
    record EmailTaken() implements Outcome {}
  }

  /// The person's account, which is added or linked where there is none yet.
  public Uni<Outcome> obtain(Mutiny.Session tx, Person person) {
    var sql = SessionSql.of(tx);
    return sql.select(
            "select account_id from account_identity where issuer = $1 and subject = $2",
            person.issuer(),
            person.subject())
        .chain(
            rows ->
                rows.isEmpty()
                    ? newcomer(sql, person)
                    : Uni.createFrom().item(new Outcome.Known(id(rows))));
  }

  /// Whether one account is all there is: the one that was just added.
  public Uni<Boolean> isFirst(Mutiny.Session tx) {
    return SessionSql.of(tx)
        .select("select count(*) from account")
        .map(rows -> ((Number) Objects.requireNonNull(rows.getFirst()[0])).longValue() == 1);
  }

  /// Takes over what the provider says about the account.
  ///
  /// @return whether anything changed
  public Uni<Boolean> keep(Mutiny.Session tx, UUID accountId, String name, boolean queueAdmin) {
    return SessionSql.of(tx)
        .update(
            """
            update account set name = $2, queue_admin = $3
              where id = $1 and (name, queue_admin) is distinct from ($2, $3)\
            """,
            accountId,
            name,
            queueAdmin)
        .map(changed -> changed > 0);
  }

  private Uni<Outcome> newcomer(SessionSql sql, Person person) {
    return sql.select("select id from account where email = $1", person.email().value())
        .chain(
            rows -> {
              if (rows.isEmpty()) {
                return add(sql, person);
              }
              return person.vouched()
                  ? identify(sql, person, id(rows)).replaceWith(new Outcome.Linked(id(rows)))
                  : Uni.createFrom().item(new Outcome.EmailTaken());
            });
  }

  private Uni<Outcome> add(SessionSql sql, Person person) {
    UUID id = Ids.next();
    return sql.update(
            """
            insert into account (id, email, name, password_hash, queue_admin, created_at)
              values ($1, $2, $3, null, $4, $5)\
            """,
            id,
            person.email().value(),
            person.name(),
            person.queueAdmin(),
            now())
        .chain(() -> identify(sql, person, id))
        .replaceWith(new Outcome.Added(id));
  }

  private Uni<Integer> identify(SessionSql sql, Person person, UUID accountId) {
    return sql.update(
        """
        insert into account_identity (issuer, subject, account_id, created_at)
          values ($1, $2, $3, $4)\
        """,
        person.issuer(),
        person.subject(),
        accountId,
        now());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UUID id(List<Object[]> rows) {
    return (UUID) Objects.requireNonNull(rows.getFirst()[0]);
  }
}
