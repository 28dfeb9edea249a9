package io.competitoriq.analysis.story;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// What stories keep, in SQL: sets of rows move at once. Of the bound workspace.
@ApplicationScoped
class StoryRows {

  /// More candidates than this for one signal are not looked at, the nearest in time are.
  private static final int MOST_CANDIDATES = 500;

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('stories ' || $1, 0))";

  private static final String CANDIDATES =
      """
      with near as (
        select signal_id from signal_mark
        where competitor_id = $1 and occurred_at between $2 and $3
        union
        select signal_id from signal_mark
        where keys && $4 and occurred_at between $2 and $3)
      select m.signal_id, m.competitor_id, m.source_id, m.occurred_at, m.keys, m.shingles, m.names,
             st.id, st.apart
      from near
      join signal_mark m using (signal_id)
      join signal s on s.id = m.signal_id
      join story st on st.id = s.story_id
      order by abs(extract(epoch from m.occurred_at - $5)), m.signal_id
      limit %d
      """
          .formatted(MOST_CANDIDATES);

  private static final String MARK =
      """
      insert into signal_mark (signal_id, workspace_id, competitor_id, source_id, occurred_at, keys,
                               shingles, names)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String OPEN =
      """
      insert into story (id, workspace_id, lead_signal_id, signals, sources, significance,
                         first_seen_at, last_seen_at, apart)
      select $1, workspace_id, id, 1, 1, significance, detected_at, detected_at, $3
      from signal where id = $2
      """;

  private static final String TIE =
      """
      insert into story_tie (signal_id, other_id, workspace_id, reason, detail)
      select $1, t.other, $2, t.reason, t.detail
      from unnest($3::uuid[], $4::text[], $5::text[]) as t (other, reason, detail)
      """;

  private static final String MERGE =
      "update story set merged_into = $1, updated_at = now() where id = any($2)";

  private static final String COUNT =
      """
      update story st
      set signals = coalesce(n.signals, 0), sources = coalesce(n.sources, 0),
          lead_signal_id = coalesce(n.lead, st.lead_signal_id),
          significance = coalesce(n.significance, st.significance),
          first_seen_at = coalesce(n.first_seen, st.first_seen_at),
          last_seen_at = coalesce(n.last_seen, st.last_seen_at), updated_at = now()
      from unnest($1::uuid[]) as wanted (id)
      left join lateral (
        select count(*) as signals, count(distinct s.source_id) as sources,
               max(s.significance) as significance, min(s.detected_at) as first_seen,
               max(s.detected_at) as last_seen,
               (array_agg(s.id order by s.significance desc, s.occurred_at, s.change_id))[1] as lead
        from signal s where s.story_id = wanted.id) n on true
      where st.id = wanted.id
      """;

  /// A signal that may be of the same story.
  record Candidate(Marked signal, Placement.Tied story) {}

  /// One signal of a workspace is placed after the other: two of one event that come at the same
  /// time must see each other.
  Uni<Void> lock(Mutiny.Session tx, UUID workspaceId) {
    return SessionSql.of(tx).select(LOCK, workspaceId.toString()).replaceWithVoid();
  }

  Uni<List<Candidate>> candidates(Mutiny.Session tx, Marked signal) {
    return SessionSql.of(tx)
        .select(
            CANDIDATES,
            signal.competitorId(),
            utc(signal.occurredAt().minus(Kinship.WINDOW)),
            utc(signal.occurredAt().plus(Kinship.WINDOW)),
            texts(signal.fingerprint().keys()),
            utc(signal.occurredAt()))
        .map(rows -> rows.stream().map(StoryRows::candidate).toList());
  }

  Uni<Void> mark(Mutiny.Session tx, UUID workspaceId, Marked signal) {
    return SessionSql.of(tx)
        .update(
            MARK,
            signal.signalId(),
            workspaceId,
            signal.competitorId(),
            signal.sourceId(),
            utc(signal.occurredAt()),
            texts(signal.fingerprint().keys()),
            signal.fingerprint().shingles().toArray(Integer[]::new),
            texts(signal.fingerprint().names()))
        .replaceWithVoid();
  }

  Uni<Void> open(Mutiny.Session tx, UUID storyId, UUID signalId, boolean apart) {
    return SessionSql.of(tx).update(OPEN, storyId, signalId, apart).replaceWithVoid();
  }

  /// One row per reason.
  record StoredTie(UUID otherId, Tie tie) {}

  Uni<Void> tie(Mutiny.Session tx, UUID workspaceId, UUID signalId, List<StoredTie> ties) {
    if (ties.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return SessionSql.of(tx)
        .update(
            TIE,
            signalId,
            workspaceId,
            ties.stream().map(StoredTie::otherId).toArray(UUID[]::new),
            ties.stream().map(each -> each.tie().reason().name()).toArray(String[]::new),
            ties.stream().map(each -> each.tie().detail()).toArray(String[]::new))
        .replaceWithVoid();
  }

  Uni<Void> merge(Mutiny.Session tx, UUID into, List<UUID> merged) {
    UUID[] gone = merged.toArray(UUID[]::new);
    return gone.length == 0
        ? Uni.createFrom().voidItem()
        : SessionSql.of(tx)
            .update("update signal set story_id = $1 where story_id = any($2)", into, gone)
            .chain(() -> SessionSql.of(tx).update(MERGE, into, gone))
            .replaceWithVoid();
  }

  Uni<Integer> move(Mutiny.Session tx, UUID into, Collection<UUID> signalIds) {
    return SessionSql.of(tx)
        .update(
            "update signal set story_id = $1 where id = any($2)",
            into,
            signalIds.toArray(UUID[]::new));
  }

  /// Works out anew what the stories say about their signals.
  Uni<Void> count(Mutiny.Session tx, Collection<UUID> storyIds) {
    return SessionSql.of(tx)
        .update(COUNT, (Object) storyIds.toArray(UUID[]::new))
        .replaceWithVoid();
  }

  private static Candidate candidate(Object[] row) {
    Fingerprint fingerprint =
        new Fingerprint(
            Set.of((String[]) row[4]),
            Arrays.asList((Integer[]) row[5]),
            Set.of((String[]) row[6]));
    Marked signal =
        new Marked(
            (UUID) row[0],
            (UUID) row[1],
            (UUID) row[2],
            ((OffsetDateTime) row[3]).toInstant(),
            fingerprint);
    return new Candidate(signal, new Placement.Tied((UUID) row[7], (Boolean) row[8]));
  }

  private static String[] texts(Collection<String> values) {
    return values.stream().sorted().toArray(String[]::new);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
