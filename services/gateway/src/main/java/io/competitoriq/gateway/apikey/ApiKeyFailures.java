package io.competitoriq.gateway.apikey;

import io.competitoriq.gateway.session.Sha256;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/// Counts keys that did not hold by address, in the database, so that all gateways count together.
@ApplicationScoped
class ApiKeyFailures {

  private final Pool database;
  private final ApiKeyConfig config;
  private final Clock clock;

  ApiKeyFailures(Pool database, ApiKeyConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /// Counts one.
  ///
  /// @return how long the address has to wait, zero while it need not
  Uni<Duration> take(String address) {
    return database
        .preparedQuery("select take_sign_in_token($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                Sha256.hex("api-key:" + address),
                config.failureBurst(),
                config.failureRefill().toMillis() / 1000.0,
                clock.instant().atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getDouble(0))
        .map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds)));
  }
}
