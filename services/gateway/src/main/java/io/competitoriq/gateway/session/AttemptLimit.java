package io.competitoriq.gateway.session;

import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/// Slows down whatever somebody could try again and again without being signed in; counted in the
/// database, so that all gateways count together.
@ApplicationScoped
public class AttemptLimit {

  private final Pool database;
  private final Clock clock;

  AttemptLimit(Pool database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Takes one attempt.
  ///
  /// @param key what is counted, such as `reset 192.0.2.1`
  /// @param burst attempts before anybody has to wait
  /// @param refill how often there is one more
  /// @throws io.competitoriq.http.ProblemException 429 when there is none left
  public Uni<Void> take(String key, int burst, Duration refill) {
    return database
        .preparedQuery("select take_sign_in_token($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                Sha256.hex(key),
                burst,
                refill.toMillis() / 1000.0,
                clock.instant().atOffset(ZoneOffset.UTC)))
        .map(rows -> Math.ceil(rows.iterator().next().getDouble(0)))
        .invoke(AttemptLimit::refuse)
        .replaceWithVoid();
  }

  private static void refuse(double seconds) {
    if (seconds > 0) {
      throw Problems.tooMany(
          "attempts-throttled",
          "Too many attempts. Wait %d seconds and try again.".formatted((long) seconds),
          Duration.ofSeconds((long) seconds));
    }
  }
}
