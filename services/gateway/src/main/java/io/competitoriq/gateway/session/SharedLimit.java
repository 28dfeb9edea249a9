package io.competitoriq.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/// Slows down whoever opens shared links without being signed in, by address; counted in the
/// database, so that all gateways count together.
@ApplicationScoped
public class SharedLimit {

  private final Pool database;
  private final SessionConfig.Shared config;
  private final Clock clock;

  SharedLimit(Pool database, SessionConfig config, Clock clock) {
    this.database = database;
    this.config = config.shared();
    this.clock = clock;
  }

  /// Takes one opening from the address.
  ///
  /// @return how long to wait when there is none left, zero when there was one
  public Uni<Duration> take(String address) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return database
        .preparedQuery("select take_sign_in_token($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                Sha256.hex("shared:" + address),
                config.addressBurst(),
                config.addressRefill().toMillis() / 1000.0,
                now))
        .map(rows -> rows.iterator().next().getDouble(0))
        .map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds)));
  }
}
