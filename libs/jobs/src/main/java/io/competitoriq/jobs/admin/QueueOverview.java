package io.competitoriq.jobs.admin;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.QueueSettings;
import io.competitoriq.jobs.admin.QueueStatus.Limiter;
import io.competitoriq.jobs.admin.QueueStatus.Rates;
import io.competitoriq.jobs.admin.QueueStatus.Workforce;
import io.competitoriq.jobs.control.ControlJson;
import io.competitoriq.jobs.control.QueueControl;
import io.competitoriq.jobs.control.Settings;
import io.competitoriq.jobs.tickets.Tickets;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads how queues stand, straight from the ledger.
@ApplicationScoped
public class QueueOverview {

  private static final double MINUTES = 5;

  private static final String FACTS =
      """
      select q.queue, coalesce(s.paused, false) as paused, coalesce(s.draining, false) as draining,
             coalesce(cast(s.settings as text), '{}') as settings, coalesce(s.redis_gen, '') as generation,
             (select count(*) from jobs.job j
               where j.queue = q.queue and j.state = 2 and j.finished_at > now() - interval '5 min') as completed,
             (select count(*) from jobs.job j
               where j.queue = q.queue and j.state = 3 and j.finished_at > now() - interval '5 min') as dead,
             (select count(*) from jobs.job j
               where j.queue = q.queue and j.state = 4 and j.finished_at > now() - interval '5 min') as cancelled,
             w.workers, w.draining_workers, w.direct
        from (select unnest($1::text[]) as queue %s) q
        left join jobs.queue_state s on s.queue = q.queue
        cross join lateral (
          select count(*) as workers, count(*) filter (where draining) as draining_workers,
                 count(*) filter (where direct) as direct
            from jobs.worker where q.queue = any(queues) and seen_at > now() - interval '20 s') w
      """;

  private static final String OF_THOSE = FACTS.formatted("");
  private static final String OF_THOSE_AND_ALL_EVER_WORKED =
      FACTS.formatted("union select queue from jobs.queue_state");

  private static final String USED =
      """
      select u.queue, (select count(*) from jobs.job_start s
                        where s.queue = u.queue and s.at > clock_timestamp() - make_interval(secs => u.secs)) as used
        from unnest($1::text[], $2::float8[]) u (queue, secs)
      """;

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

  /// Those queues, in alphabetical order, with as many statements as one.
  public Uni<List<QueueStatus>> all() {
    return statuses(OF_THOSE_AND_ALL_EVER_WORKED, config.queues().keySet());
  }

  public Uni<QueueStatus> status(String queue) {
    return statuses(OF_THOSE, List.of(queue)).map(List::getFirst);
  }

  private Uni<List<QueueStatus>> statuses(String sql, Collection<String> queues) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(queues.toArray(String[]::new)))
        .map(this::facts)
        .chain(
            facts ->
                stats
                    .depths(facts.keySet())
                    .chain(depths -> used(facts).chain(used -> statuses(facts, depths, used))));
  }

  private SortedMap<String, Facts> facts(RowSet<Row> rows) {
    SortedMap<String, Facts> facts = new TreeMap<>();
    for (Row row : rows) {
      String queue = row.getString("queue");
      var control =
          new QueueControl(
              row.getBoolean("paused"),
              row.getBoolean("draining"),
              ControlJson.overrides(new JsonObject(row.getString("settings"))));
      JobsConfig.Queue configured = QueueSettings.of(config, queue);
      JobsConfig.Queue settings = Settings.of(configured, control.overrides());
      facts.put(queue, new Facts(row, control, settings, configured));
    }
    return facts;
  }

  private record Facts(
      Row row, QueueControl control, JobsConfig.Queue settings, JobsConfig.Queue configured) {

    private double window() {
      return settings.window().toMillis() / 1000.0;
    }

    private QueueStatus status(QueueDepth depth, long used, Optional<Long> tickets) {
      return new QueueStatus(
          depth,
          control,
          settings,
          configured,
          new Rates(perMinute("completed"), perMinute("dead"), perMinute("cancelled")),
          new Limiter(settings.limit(), window(), used),
          new Workforce(
              row.getLong("workers"), row.getLong("draining_workers"), row.getLong("direct")),
          row.getString("generation"),
          tickets);
    }

    private double perMinute(String column) {
      return row.getLong(column) / MINUTES;
    }
  }

  /// How much of its window each queue that has a limit has used.
  private Uni<Map<String, Long>> used(SortedMap<String, Facts> facts) {
    var limited =
        facts.entrySet().stream().filter(each -> each.getValue().settings().limit() > 0).toList();
    if (limited.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    String[] queues = limited.stream().map(Map.Entry::getKey).toArray(String[]::new);
    Double[] windows =
        limited.stream().map(each -> each.getValue().window()).toArray(Double[]::new);
    return pool.preparedQuery(USED)
        .execute(Tuple.of(queues, windows))
        .map(
            rows -> {
              Map<String, Long> used = new HashMap<>();
              rows.forEach(row -> used.put(row.getString("queue"), row.getLong("used")));
              return used;
            });
  }

  private Uni<List<QueueStatus>> statuses(
      SortedMap<String, Facts> facts, List<QueueDepth> depths, Map<String, Long> used) {
    return Multi.createFrom()
        .items(depths.stream().sorted(Comparator.comparing(QueueDepth::queue)))
        .onItem()
        .transformToUniAndConcatenate(
            depth ->
                ticketsOf(depth.queue())
                    .map(
                        tickets ->
                            requireNonNull(facts.get(depth.queue()))
                                .status(depth, used.getOrDefault(depth.queue(), 0L), tickets)))
        .collect()
        .asList();
  }

  private Uni<Optional<Long>> ticketsOf(String queue) {
    return tickets.count(queue).map(Optional::of).onFailure().recoverWithItem(Optional.empty());
  }
}
