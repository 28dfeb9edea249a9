package io.competitoriq.analysis.alert;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// How rules have been doing.
@ApplicationScoped
class RuleTallies {

  private static final String FIND =
      """
      select r.id,
        (select max(f.fired_at) from alert_firing f where f.rule_id = r.id and f.state <> 'COOLED'),
        (select count(*) from alert_firing f where f.rule_id = r.id and f.state <> 'COOLED'
           and f.fired_at > now() - interval '30 days'),
        (select count(*) from delivery d where d.rule_id = r.id and d.state = 'FAILED'
           and d.created_at > now() - interval '7 days')
      from alert_rule r where r.id = any($1)
      """;

  record Tally(@Nullable Instant lastFiredAt, int firings30d, int failedDeliveries) {
    static final Tally NONE = new Tally(null, 0, 0);
  }

  Uni<Map<UUID, Tally>> of(Mutiny.Session tx, Collection<UUID> ruleIds) {
    return SessionSql.of(tx)
        .select(FIND, (Object) ruleIds.toArray(UUID[]::new))
        .map(
            rows -> {
              Map<UUID, Tally> tallies = new HashMap<>();
              rows.forEach(row -> tallies.put((UUID) row[0], tally(row)));
              return tallies;
            });
  }

  private static Tally tally(Object[] row) {
    Instant last = row[1] == null ? null : ((OffsetDateTime) row[1]).toInstant();
    return new Tally(last, ((Long) row[2]).intValue(), ((Long) row[3]).intValue());
  }
}
