package io.competitoriq.analysis.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.digest.EditionContent.Story;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Reads what happened in a period, as a set: one story, one row, told by its weightiest signal.
@ApplicationScoped
class StoryRows {

  private static final int MOVES = 6;
  private static final int QUOTES = 3;
  private static final int WORDS = 200;

  /// PostgreSQL counts no more than 255 of a kind, so twice.
  private static final int QUOTED = 250;

  private static final String TIME = "YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"";

  private static final String FIND =
      """
      with wanted as (
        select s.id, coalesce(s.story_id, s.id) as story, s.significance, s.occurred_at, s.change_id,
               s.detected_at
        from signal s
        where s.detected_at >= $1 and s.detected_at < $2 and s.significance >= $3
          and s.triage not in ('DISMISSED', 'MUTED')
          and (cardinality($4::text[]) = 0 or s.category = any($4))
          and (cardinality($5::uuid[]) + cardinality($6::text[]) = 0
            or s.competitor_id = any($5)
            or exists (
              select from competitor_card k
              where k.competitor_id = s.competitor_id and k.tags && $6))),
      leads as (
        select distinct on (story) id, significance, detected_at,
               count(*) over (partition by story) as signals
        from wanted order by story, significance desc, occurred_at, change_id),
      top as materialized (
        select id, significance, detected_at, count(*) over () as stories,
               (sum(signals) over ())::bigint as all_signals
        from leads order by significance desc, detected_at desc, id limit $7)
      select s.competitor_id, k.name, s.url, top.stories, top.all_signals,
             jsonb_build_object(
               'signalId', s.id, 'storyId', coalesce(s.story_id, s.id), 'category', s.category, 'severity', s.severity,
               'significance', s.significance, 'headline', s.headline, 'summary', s.summary,
               'reasons', s.content->'reasons', 'whyItMatters', a.result->>'whyItMatters',
               'sources', coalesce(st.sources, 1), 'url', s.url,
               'detectedAt', to_char(s.detected_at at time zone 'utc', '%1$s'),
               'moves', array(
                 select jsonb_build_object('subject', f.fact->>'subject',
                   'before', regexp_replace(f.fact#>>'{before,text}', '^(.{%2$d}).+$', '\\1…'),
                   'after', regexp_replace(f.fact#>>'{after,text}', '^(.{%2$d}).+$', '\\1…'))
                 from jsonb_array_elements(s.content->'facts') with ordinality as f (fact, n)
                 order by f.n limit %3$d),
               'quotes', array(
                 select jsonb_build_object('documentId', e.document_id, 'evidenceId', e.evidence_id,
                   'side', e.side, 'text', regexp_replace(e.quote, '^(.{%5$d}.{%5$d}).+$', '\\1…'), 'url', e.url,
                   'start', e.start_offset, 'end', e.end_offset,
                   'fetchedAt', to_char(e.fetched_at at time zone 'utc', '%1$s'))
                 from evidence e where e.signal_id = s.id and e.verified
                 order by e.side = 'BEFORE', e.ordinal limit %4$d))::text
      from top
      join signal s on s.id = top.id
      left join story st on st.id = s.story_id
      left join competitor_card k on k.competitor_id = s.competitor_id
      left join assessment a on a.signal_id = s.id and a.state = 'DONE'
      order by top.significance desc, top.detected_at desc, top.id
      """
          .formatted(TIME, WORDS, MOVES, QUOTES, QUOTED);

  /// Competitors the digest watches, as known a short while ago: one that was removed is not named.
  private static final String WATCHED =
      """
      select k.competitor_id, k.name from competitor_card k
      where k.as_of > $3::timestamptz - interval '1 hour'
        and (cardinality($1::uuid[]) + cardinality($2::text[]) = 0
          or k.competitor_id = any($1) or k.tags && $2)
      order by k.name, k.competitor_id limit 500
      """;

  /// Every confirmed change has one signal, whatever the digest tells of them.
  private static final String CHANGES =
      """
      select count(*) from signal s
      where s.detected_at >= $1 and s.detected_at < $2
        and (cardinality($3::uuid[]) + cardinality($4::text[]) = 0
          or s.competitor_id = any($3)
          or exists (
            select from competitor_card k where k.competitor_id = s.competitor_id and k.tags && $4))
      """;

  private final ObjectMapper json;

  StoryRows(ObjectMapper json) {
    this.json = json;
  }

  /// @param stories the weightiest first
  /// @param all how many there are, those beyond the limit included
  /// @param signals how many signals they are told by
  record Found(List<Told> stories, int all, int signals) {}

  /// @param competitor its name, or its site where no name is known yet
  record Told(UUID competitorId, String competitor, Story story) {}

  /// A competitor by id and name.
  record Watched(UUID id, String name) {}

  Uni<Found> find(Mutiny.Session tx, Selection selection, Instant from, Instant to, int most) {
    return SessionSql.of(tx)
        .select(
            FIND,
            from.atOffset(ZoneOffset.UTC),
            to.atOffset(ZoneOffset.UTC),
            selection.leastSignificance(),
            selection.categories().stream().map(Enum::name).toArray(String[]::new),
            selection.competitorIds().toArray(UUID[]::new),
            selection.tags().toArray(String[]::new),
            most)
        .map(this::found);
  }

  Uni<List<Watched>> watched(Mutiny.Session tx, Selection selection, Instant at) {
    return SessionSql.of(tx)
        .select(
            WATCHED,
            selection.competitorIds().toArray(UUID[]::new),
            selection.tags().toArray(String[]::new),
            at.atOffset(ZoneOffset.UTC))
        .map(rows -> rows.stream().map(r -> new Watched((UUID) r[0], (String) r[1])).toList());
  }

  /// How many changes of the watched competitors were confirmed.
  Uni<Integer> changes(Mutiny.Session tx, Selection selection, Instant from, Instant to) {
    return SessionSql.of(tx)
        .select(
            CHANGES,
            from.atOffset(ZoneOffset.UTC),
            to.atOffset(ZoneOffset.UTC),
            selection.competitorIds().toArray(UUID[]::new),
            selection.tags().toArray(String[]::new))
        .map(rows -> ((Number) rows.getFirst()[0]).intValue());
  }

  private Found found(List<Object[]> rows) {
    if (rows.isEmpty()) {
      return new Found(List.of(), 0, 0);
    }
    Object[] first = rows.getFirst();
    return new Found(
        rows.stream().map(this::told).toList(),
        ((Number) first[3]).intValue(),
        ((Number) first[4]).intValue());
  }

  private Told told(Object[] row) {
    try {
      Story story = json.readValue((String) row[5], Story.class);
      return new Told((UUID) row[0], name((String) row[1], (String) row[2]), story);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String name(@Nullable String known, String url) {
    return known != null
        ? known
        : Objects.requireNonNullElse(URI.create(url).getHost(), url)
            .replaceFirst("^www\\.", "")
            .toLowerCase(Locale.ROOT);
  }
}
