package io.competitoriq.analysis.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The trail of changed settings. Rows are only ever added, in the transaction of the change they
/// tell of: a change without its row does not happen.
@ApplicationScoped
public class SettingChanges {

  private static final String ADD =
      """
      insert into setting_change (id, workspace_id, member_id, action, subject, state_before,
                                  state_after, trace_id, created_at)
      values ($1, $2, $3, $4, $5, ($6::text)::jsonb, ($7::text)::jsonb, $8, $9)""";
  private static final String NEWEST =
      """
      select id, member_id, action, subject, state_before::text, state_after::text, trace_id,
             created_at
      from setting_change
      where $1::timestamptz is null or (created_at, id) < ($1, $2)
      order by created_at desc, id desc limit $3""";

  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;
  private final Clock clock;

  SettingChanges(WorkspaceTransactions transactions, ObjectMapper json, Clock clock) {
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /// What was done.
  ///
  /// @param memberId who did it
  /// @param subject such as `channel #pricing`
  /// @param before what was, as JSON; null when there was nothing. Never a secret.
  /// @param after what is; null when it is gone
  public record Change(
      UUID workspaceId,
      UUID memberId,
      SettingAction action,
      String subject,
      @Nullable Object before,
      @Nullable Object after) {}

  /// A change as it is read.
  public record View(
      UUID id,
      UUID memberId,
      SettingAction action,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      String traceId,
      Instant at) {}

  /// Adds a row in the caller's transaction.
  public Uni<Void> add(Mutiny.Session tx, Change change) {
    return SessionSql.of(tx)
        .update(
            ADD,
            Ids.next(),
            change.workspaceId,
            change.memberId,
            change.action.name(),
            change.subject,
            text(change.before),
            text(change.after),
            TraceContext.current().traceId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  /// Newest first.
  Uni<Page<View>> list(UUID workspaceId, Optional<Cursor> cursor, int limit) {
    OffsetDateTime at = cursor.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null);
    UUID id = cursor.map(Cursor::id).orElse(null);
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(NEWEST, at, id, limit + 1))
        .map(rows -> rows.stream().map(this::view).toList())
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.at(), view.id())));
  }

  private View view(Object[] row) {
    return new View(
        (UUID) row[0],
        (UUID) row[1],
        SettingAction.valueOf((String) row[2]),
        (String) row[3],
        node((String) row[4]),
        node((String) row[5]),
        (String) row[6],
        ((OffsetDateTime) row[7]).toInstant());
  }

  private @Nullable JsonNode node(@Nullable String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable String text(@Nullable Object state) {
    try {
      return state == null ? null : json.writeValueAsString(state);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
