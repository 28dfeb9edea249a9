package io.competitoriq.jobs.hosts;

import io.competitoriq.jobs.control.Controls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// The hosts' wishes, kept in the ledger, where every claim of a polite queue looks: all processes
/// and all such queues obey them, whatever Redis has forgotten. A host is named as in
/// `NewJob.host`.
@ApplicationScoped
public class Hosts {

  private static final String SPACE =
      """
      insert into jobs.host_state as h (host, delay_ms, next_at) values ($1, $2, now() + make_interval(secs => $2 / 1000.0))
      on conflict (host) do update
        set delay_ms = excluded.delay_ms, next_at = greatest(h.next_at, excluded.next_at)
      where h.delay_ms is distinct from excluded.delay_ms
      """;

  private static final String NO_SPACE =
      "update jobs.host_state set delay_ms = null where host = $1 and delay_ms is not null";

  private static final String REST =
      """
      insert into jobs.host_state as h (host, next_at) values ($1, now() + make_interval(secs => $2 / 1000.0))
      on conflict (host) do update set next_at = greatest(h.next_at, excluded.next_at)
      """;

  private static final String LEFT =
      """
      insert into jobs.host_state as h (host, next_at) values ($1, now() + make_interval(secs => $2 / 1000.0))
      on conflict (host) do update
        set next_at = greatest(h.next_at, now() + make_interval(secs => greatest($2, coalesce(h.delay_ms, 0)) / 1000.0))
      """;

  private final Pool pool;
  private final Controls controls;

  Hosts(Pool pool, Controls controls) {
    this.pool = pool;
    this.controls = controls;
  }

  /// Starts on the host are at least `spacing` apart from now on (robots.txt: `Crawl-delay`), or as
  /// far as the queue's own host delay if that is longer; zero: that alone.
  public Uni<Void> space(String host, Duration spacing) {
    return spacing.isZero()
        ? run(NO_SPACE, Tuple.of(host))
        : run(SPACE, Tuple.of(host, (int) spacing.toMillis()));
  }

  /// Nobody visits the host for `rest` (RFC 9110 section 10.2.3: `Retry-After`); a longer rest it
  /// already has stays.
  public Uni<Void> rest(String host, Duration rest) {
    return run(REST, Tuple.of(host, (int) Math.min(Integer.MAX_VALUE, rest.toMillis())));
  }

  /// A visit of the host by a job of `queue` is over now: the next one starts no sooner than the
  /// host's delay from here, however long this one took. The claim counts from the start of a job,
  /// when nobody knows yet when its requests go out.
  ///
  /// @param atLeast how long the host is left alone even where its delay is shorter
  public Uni<Void> left(String queue, String host, Duration atLeast) {
    long delay = Math.max(delay(queue).toMillis(), atLeast.toMillis());
    return run(LEFT, Tuple.of(host, (int) Math.min(Integer.MAX_VALUE, delay)));
  }

  /// The queue's own time between two visits of a host, as it is in force.
  public Duration delay(String queue) {
    return controls.settings(queue).hostDelay();
  }

  private Uni<Void> run(String sql, Tuple arguments) {
    return pool.preparedQuery(sql).execute(arguments).replaceWithVoid();
  }
}
