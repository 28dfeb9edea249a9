package io.competitoriq.analysis.battlecard;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What was last computed of cards' staleness, and the signals that tell of moved facts. Works in
/// the caller's transaction.
@ApplicationScoped
class StalenessRows {

  private static final int MOST_MOVES = 1000;

  /// Answers the count of before; two replicas that compute the same write the same.
  private static final String KEEP =
      """
      insert into battlecard_staleness as s
        (battlecard_id, workspace_id, number, changed_facts, checked_at)
      values ($1, $2, $3, $4, $5)
      on conflict (battlecard_id) do update
        set number = excluded.number, changed_facts = excluded.changed_facts,
            checked_at = excluded.checked_at
        where s.checked_at <= excluded.checked_at
      """;

  private static final String LOOK =
      """
      select battlecard_id, number, changed_facts, checked_at
      from battlecard_staleness where battlecard_id = any($1)
      """;

  private static final String BESIDE =
      """
      select b.id, k.number, k.changed_facts, k.checked_at, c.name
      from battlecard b
      left join battlecard_staleness k on k.battlecard_id = b.id
      left join competitor_card c on c.competitor_id = b.competitor_id
      where b.id = any($1)
      """;

  private static final String SIGNALS =
      """
      select m.fact_kind, m.subject, m.field, s.id
      from signal s join signal_move m on m.signal_id = s.id
      where s.competitor_id = $1 and s.detected_at > $2
      order by s.detected_at desc, s.id desc limit $3
      """;

  /// @param number of the version it was computed for
  record Kept(int number, int changedFacts, Instant checkedAt) {}

  Uni<Void> keep(Mutiny.Session tx, Battlecard card, Kept kept) {
    return SessionSql.of(tx)
        .update(
            KEEP,
            card.id,
            card.workspaceId,
            kept.number(),
            kept.changedFacts(),
            kept.checkedAt().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  Uni<Map<UUID, Kept>> of(Mutiny.Session tx, List<UUID> cards) {
    return SessionSql.of(tx)
        .select(LOOK, (Object) cards.toArray(UUID[]::new))
        .map(
            rows -> {
              Map<UUID, Kept> known = new HashMap<>();
              rows.forEach(row -> known.put((UUID) row[0], kept(row)));
              return known;
            });
  }

  /// What a list shows beside a card.
  ///
  /// @param kept null before anything was computed
  /// @param competitor its name, null while it is not known
  record Beside(@Nullable Kept kept, @Nullable String competitor) {}

  /// One for each of the cards, which are in the database already.
  Uni<Map<UUID, Beside>> beside(Mutiny.Session tx, List<UUID> cards) {
    return SessionSql.of(tx)
        .select(BESIDE, (Object) cards.toArray(UUID[]::new))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> (UUID) row[0],
                            row ->
                                new Beside(row[1] == null ? null : kept(row), (String) row[4]))));
  }

  private static Kept kept(Object[] row) {
    return new Kept(
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue(),
        ((OffsetDateTime) row[3]).toInstant());
  }

  /// The same moves, each with the latest signal that told it since then.
  Uni<List<FactMove>> withSignals(
      Mutiny.Session tx, UUID competitorId, Instant since, List<FactMove> moves) {
    if (moves.isEmpty()) {
      return Uni.createFrom().item(moves);
    }
    return SessionSql.of(tx)
        .select(SIGNALS, competitorId, since.atOffset(ZoneOffset.UTC), MOST_MOVES)
        .map(
            rows -> {
              Map<String, UUID> told = new HashMap<>();
              rows.forEach(
                  row ->
                      told.putIfAbsent(
                          key((String) row[0], (String) row[1], (String) row[2]), (UUID) row[3]));
              return moves.stream()
                  .map(
                      move ->
                          move.with(
                              told.get(key(move.kind().name(), move.subject(), move.field()))))
                  .toList();
            });
  }

  private static String key(String kind, String subject, String field) {
    return kind + "|" + subject.toLowerCase(Locale.ROOT) + "|" + field;
  }
}
