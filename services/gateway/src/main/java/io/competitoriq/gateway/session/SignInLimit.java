package io.competitoriq.gateway.session;

import io.competitoriq.gateway.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/// Slows down guessing: token buckets in the database, so that all gateways count together and a
/// restart forgives nothing. A known and an unknown account are counted alike.
@ApplicationScoped
class SignInLimit {

  private final Pool database;
  private final SessionConfig.SignIn config;
  private final Clock clock;

  SignInLimit(Pool database, SessionConfig config, Clock clock) {
    this.database = database;
    this.config = config.signIn();
    this.clock = clock;
  }

  /// Takes one attempt at the account from the address.
  ///
  /// @return how long to wait when there is none left, zero when there was one
  Uni<Duration> take(EmailAddress email, String address) {
    return take("address:" + address, config.addressBurst(), config.addressRefill())
        .chain(
            wait ->
                wait.isZero()
                    ? take(account(email, address), config.accountBurst(), config.accountRefill())
                    : Uni.createFrom().item(wait));
  }

  /// Whoever proved the password starts afresh.
  Uni<Void> forgive(EmailAddress email, String address) {
    return database
        .preparedQuery("delete from sign_in_bucket where key = $1")
        .execute(Tuple.of(Sha256.hex(account(email, address))))
        .replaceWithVoid();
  }

  private static String account(EmailAddress email, String address) {
    return "account:" + address + " " + email.value();
  }

  private Uni<Duration> take(String key, int burst, Duration refill) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return database
        .preparedQuery("select take_sign_in_token($1, $2, $3, $4)")
        .execute(Tuple.of(Sha256.hex(key), burst, refill.toMillis() / 1000.0, now))
        .map(rows -> rows.iterator().next().getDouble(0))
        .map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds)));
  }
}
