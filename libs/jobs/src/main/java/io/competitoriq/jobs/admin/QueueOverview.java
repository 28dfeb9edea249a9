package io.competitoriq.jobs.admin;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.QueueSettings;
import io.competitoriq.jobs.admin.QueueStatus.Limiter;
import io.competitoriq.jobs.admin.QueueStatus.Rates;
import io.competitoriq.jobs.admin.QueueStatus.Workforce;
import io.competitoriq.jobs.control.ControlJson;
import io.competitoriq.jobs.control.QueueControl;
import io.competitoriq.jobs.control.Settings;
import io.competitoriq.jobs.tickets.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads how queues stand, straight from the ledger.
@ApplicationScoped
public class QueueOverview {

  private static final double MINUTES = 5;

  private static final String FACTS =
      """
      select coalesce(s.paused, false) as paused, coalesce(s.draining, false) as draining,
             coalesce(cast(s.settings as text), '{}') as settings, coalesce(s.redis_gen, '') as generation,
             (select count(*) from jobs.job j
               where j.queue = q.queue and j.state = 2 and j.finished_at > now() - interval '5 min') as completed,
             (select count(*) from jobs.job j
               where j.queue = q.queue and j.state = 3 and j.finished_at > now() - interval '5 min') as dead,
             (select count(*) from jobs.job j
               where j.queue = q.queue and j.state = 4 and j.finished_at > now() - interval '5 min') as cancelled,
             w.workers, w.draining_workers, w.direct
        from (select $1::text as queue) q
        left join jobs.queue_state s on s.queue = q.queue
        cross join (
          select count(*) as workers, count(*) filter (where draining) as draining_workers,
                 count(*) filter (where direct) as direct
            from jobs.worker where $1 = any(queues) and seen_at > now() - interval '20 s') w
      """;

  private static final String USED =
      "select count(*) from jobs.job_start where queue = $1 and at > clock_timestamp() - make_interval(secs => $2)";

  private final Pool pool;
  private final JobsConfig config;
  private final QueueStats stats;
  private final Tickets tickets;

  QueueOverview(Pool pool, JobsConfig config, QueueStats stats, Tickets tickets) {
    this.pool = pool;
    this.config = config;
    this.stats = stats;
    this.tickets = tickets;
  }

  /// The queues that are configured or were ever worked, in alphabetical order.
  public Uni<SortedSet<String>> names() {
    return pool.query("select queue from jobs.queue_state")
        .execute()
        .map(
            rows -> {
              SortedSet<String> names = new TreeSet<>(config.queues().keySet());
              rows.forEach(row -> names.add(row.getString("queue")));
              return names;
            });
  }

  public Uni<QueueStatus> status(String queue) {
    return stats
        .depths(List.of(queue))
        .chain(
            depths ->
                pool.preparedQuery(FACTS)
                    .execute(Tuple.of(queue))
                    .chain(rows -> status(depths.getFirst(), rows.iterator().next())));
  }

  private Uni<QueueStatus> status(QueueDepth depth, Row row) {
    String queue = depth.queue();
    JobsConfig.Queue configured = QueueSettings.of(config, queue);
    var control =
        new QueueControl(
            row.getBoolean("paused"),
            row.getBoolean("draining"),
            ControlJson.overrides(new JsonObject(row.getString("settings"))));
    JobsConfig.Queue settings = Settings.of(configured, control.overrides());
    var rates =
        new Rates(perMinute(row, "completed"), perMinute(row, "dead"), perMinute(row, "cancelled"));
    var workforce =
        new Workforce(
            row.getLong("workers"), row.getLong("draining_workers"), row.getLong("direct"));
    return Uni.combine()
        .all()
        .unis(limiter(queue, settings), ticketsOf(queue))
        .asTuple()
        .map(
            both ->
                new QueueStatus(
                    depth,
                    control,
                    settings,
                    configured,
                    rates,
                    both.getItem1(),
                    workforce,
                    row.getString("generation"),
                    both.getItem2()));
  }

  private Uni<Limiter> limiter(String queue, JobsConfig.Queue settings) {
    double window = settings.window().toMillis() / 1000.0;
    if (settings.limit() == 0) {
      return Uni.createFrom().item(new Limiter(0, window, 0));
    }
    return pool.preparedQuery(USED)
        .execute(Tuple.of(queue, window))
        .map(rows -> new Limiter(settings.limit(), window, rows.iterator().next().getLong(0)));
  }

  private Uni<Optional<Long>> ticketsOf(String queue) {
    return tickets.count(queue).map(Optional::of).onFailure().recoverWithItem(Optional.empty());
  }

  private static double perMinute(Row row, String column) {
    return row.getLong(column) / MINUTES;
  }
}
