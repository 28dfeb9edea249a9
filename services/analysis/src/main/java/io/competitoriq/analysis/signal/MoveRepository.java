package io.competitoriq.analysis.signal;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The typed moves of signals, and what they wake or fail to: snoozes and mutes of the bound
/// workspace.
@ApplicationScoped
class MoveRepository {

  private static final String STORE =
      """
      insert into signal_move
      select $1, m.ordinality - 1, $2, m.kind, m.change, m.subject, m.field, m.direction, m.percent,
             m.after_minor, m.currency
      from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::float8[],
                  $9::bigint[], $10::text[]) with ordinality
        as m (kind, change, subject, field, direction, percent, after_minor, currency, ordinality)
      """;

  private static final String WAKE =
      """
      update signal set triage = 'NEW', until_kind = null, until_at = null, until_percent = null,
             version = version + 1, updated_at = $3
      where competitor_id = $1 and triage = 'SNOOZED' and id <> $4
        and (until_kind = 'PRICE_MOVE' or (until_kind = 'BIGGER_THAN' and until_percent <= $2))
      returning id
      """;

  private static final String MUTING =
      """
      select id from signal
      where source_id = $1 and category = $2 and triage = 'MUTED' and muted_by is null
        and case until_kind
              when 'DATE' then until_at > $3
              when 'PRICE_MOVE' then not $4
              when 'BIGGER_THAN' then until_percent > $5
              else true
            end
      order by id limit 1
      """;

  /// Flushes first: the moves belong to the signal.
  Uni<Void> store(Mutiny.Session tx, Signal signal, List<Move> moves) {
    if (moves.isEmpty()) {
      return tx.flush();
    }
    return tx.flush()
        .chain(
            () ->
                SessionSql.of(tx)
                    .update(
                        STORE,
                        signal.id,
                        signal.workspaceId,
                        moves.stream().map(move -> move.factKind().name()).toArray(String[]::new),
                        moves.stream().map(move -> move.change().name()).toArray(String[]::new),
                        moves.stream().map(Move::subject).toArray(String[]::new),
                        moves.stream().map(Move::field).toArray(String[]::new),
                        moves.stream().map(Move::direction).toArray(Short[]::new),
                        moves.stream().map(Move::percent).toArray(Double[]::new),
                        moves.stream().map(Move::afterMinor).toArray(Long[]::new),
                        moves.stream().map(Move::currency).toArray(String[]::new)))
        .replaceWithVoid();
  }

  /// Signals of the competitor that were to come back at such a move; they are NEW again.
  Uni<List<UUID>> wake(Mutiny.Session tx, Signal raised, List<Move> moves, Instant now) {
    if (!Move.ofPrice(moves)) {
      return Uni.createFrom().item(List.of());
    }
    return SessionSql.of(tx)
        .select(WAKE, raised.competitorId, largest(moves), utc(now), raised.id)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  /// The muted signal that mutes this one, if its mute still holds.
  Uni<Optional<UUID>> muting(Mutiny.Session tx, Signal raised, List<Move> moves, Instant now) {
    return SessionSql.of(tx)
        .select(
            MUTING,
            raised.sourceId,
            raised.category.name(),
            utc(now),
            Move.ofPrice(moves),
            largest(moves))
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).findFirst());
  }

  private static double largest(List<Move> moves) {
    OptionalDouble largest = Move.largest(moves);
    return largest.isPresent() ? largest.getAsDouble() : 0.0;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
