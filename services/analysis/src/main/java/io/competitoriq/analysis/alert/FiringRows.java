package io.competitoriq.analysis.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Which rules speak about a signal, and that they did. Of the bound workspace.
@ApplicationScoped
class FiringRows {

  /// A rule speaks once about a story, whichever of its signals makes it; stories that were merged
  /// or taken apart since are asked as they are now.
  private static final String SPEAKING =
      """
      select r.id, r.name, r.telling::text, s.severity = 'CRITICAL',
        (select max(f.fired_at) from alert_firing f
         where f.rule_id = r.id and f.competitor_id = s.competitor_id and f.state <> 'COOLED')
      from signal s
      join alert_rule r on r.enabled and r.archived_at is null
      cross join lateral %s
      where s.id = $1 and %s
        and not exists (
          select from alert_firing f join signal o on o.id = f.signal_id
          where f.rule_id = r.id and o.story_id = s.story_id)
      order by r.id
      """
          .formatted(Matching.CONDITION, Matching.MATCHES);

  private static final String KEEP =
      """
      insert into alert_firing (id, workspace_id, rule_id, signal_id, competitor_id, state, fired_at,
                                due_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String COLLECTED =
      """
      select signal_id from alert_firing
      where rule_id = $1 and state = 'DIGEST' and due_at = $2
      order by fired_at desc, id desc
      """;

  private final ObjectMapper json;

  FiringRows(ObjectMapper json) {
    this.json = json;
  }

  /// A rule that speaks about the signal.
  ///
  /// @param lastFired when it last spoke about the competitor
  record Speaking(
      UUID ruleId, String name, Telling telling, boolean critical, @Nullable Instant lastFired) {}

  Uni<List<Speaking>> speaking(Mutiny.Session tx, UUID signalId) {
    return SessionSql.of(tx)
        .select(SPEAKING, signalId)
        .map(rows -> rows.stream().map(this::speaking).toList());
  }

  Uni<Void> keep(Mutiny.Session tx, UUID workspaceId, UUID ruleId, Firing firing) {
    return SessionSql.of(tx)
        .update(
            KEEP,
            Ids.next(),
            workspaceId,
            ruleId,
            firing.signalId(),
            firing.competitorId(),
            firing.timing().state().name(),
            utc(firing.at()),
            utc(firing.timing().dueAt()))
        .replaceWithVoid();
  }

  /// What a rule has to say about a signal.
  record Firing(UUID signalId, UUID competitorId, Instant at, Timing timing) {}

  /// Signals of a rule's digest, newest first.
  Uni<List<UUID>> collected(Mutiny.Session tx, UUID ruleId, Instant dueAt) {
    return SessionSql.of(tx)
        .select(COLLECTED, ruleId, utc(dueAt))
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  private Speaking speaking(Object[] row) {
    try {
      return new Speaking(
          (UUID) row[0],
          (String) row[1],
          json.readValue((String) row[2], Telling.class),
          (Boolean) row[3],
          row[4] == null ? null : ((OffsetDateTime) row[4]).toInstant());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("rule " + row[0] + " is not readable", unreadable);
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
