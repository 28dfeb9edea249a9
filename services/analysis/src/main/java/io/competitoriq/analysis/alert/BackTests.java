package io.competitoriq.analysis.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.alert.BackTest.Day;
import io.competitoriq.analysis.alert.BackTest.Sample;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Tries a rule on the stories of the days past, before it is saved.
@ApplicationScoped
class BackTests {

  private static final int SAMPLES = 10;

  /// The first signal of each story that the rule speaks about, oldest first.
  private static final String FIND =
      """
      select f.id, f.competitor_id, f.headline, f.severity, f.significance, f.detected_at
      from (
        select distinct on (s.story_id) s.id, s.competitor_id, s.headline, s.severity,
               s.significance, s.detected_at
        from (select ($1::text)::jsonb as condition) r
        cross join lateral %s
        join signal s on s.detected_at >= $2 and s.muted_by is null
        where %s
        order by s.story_id, s.detected_at, s.id) f
      order by f.detected_at, f.id
      """
          .formatted(Matching.CONDITION, Matching.MATCHES);

  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;
  private final Clock clock;

  BackTests(WorkspaceTransactions transactions, ObjectMapper json, Clock clock) {
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  Uni<BackTest> run(UUID workspaceId, Condition condition, Telling telling, int days) {
    condition.require();
    telling.require();
    Instant now = clock.instant();
    OffsetDateTime since = now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    String wanted = text(condition);
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(FIND, wanted, since)
                .map(rows -> rows.stream().map(BackTests::sample).toList())
                .chain(
                    found ->
                        SessionSql.of(tx)
                            .select("select count(*) from signal where detected_at >= $1", since)
                            .map(
                                counted ->
                                    of(
                                        found,
                                        telling,
                                        days,
                                        (Long) counted.getFirst()[0],
                                        Duration.between(now, clock.instant())))));
  }

  /// One pass in the order of time, as the rule would have gone.
  private static BackTest of(
      List<Sample> found, Telling telling, int days, long signals, Duration took) {
    Duration coolDown = Duration.ofMinutes(telling.coolDownMinutes());
    ZoneId zone = telling.zoneId();
    Map<UUID, Instant> last = new HashMap<>();
    List<Sample> told = new ArrayList<>();
    SortedMap<LocalDate, Integer> perDay = new TreeMap<>();
    for (Sample each : found) {
      Instant before = last.get(each.competitorId());
      if (before == null || !before.plus(coolDown).isAfter(each.detectedAt())) {
        last.put(each.competitorId(), each.detectedAt());
        told.add(each);
        perDay.merge(LocalDate.ofInstant(each.detectedAt(), zone), 1, Integer::sum);
      }
    }
    return new BackTest(
        days,
        told.size(),
        found.size() - told.size(),
        signals,
        perDay.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList(),
        told.reversed().stream().limit(SAMPLES).toList(),
        took.toMillis());
  }

  private static Sample sample(Object[] row) {
    return new Sample(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        (Integer) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }

  private String text(Condition condition) {
    try {
      return json.writeValueAsString(condition);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
