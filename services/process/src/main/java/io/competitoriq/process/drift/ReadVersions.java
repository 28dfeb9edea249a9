package io.competitoriq.process.drift;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.page.PageClass;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// How much was read from the newest versions of the sources, out of documents and facts. A version
/// states a fact that was first observed no later and last seen no earlier than it was fetched.
@ApplicationScoped
class ReadVersions {

  private static final int MOST_VERSIONS = 60;

  /// Whose versions are asked for.
  sealed interface Whose {
    record Sources(List<UUID> ids) implements Whose {}

    record Competitor(UUID id) implements Whose {}

    record Everybody() implements Whose {}
  }

  /// The size of a stored text is known without reading the text.
  private static final String NEWEST =
      """
      with version as (
        select s.source_id, d.* from (%s) s (source_id) cross join lateral (
          select id, source_kind || ' ' || extractor_version reader, fetched_at, state, page_class,
                 octet_length(body) size
            from document
           where source_id = s.source_id
             and (failure is null or failure not in ('BODY_MISSING', 'READER_FAILED'))
           order by fetched_at desc, id desc limit %d) d)
      select v.source_id, v.id, v.reader, v.fetched_at, v.state = 'PROCESSED', v.page_class, v.size, f.kind, count(f.kind)
        from version v
        left join fact f on f.source_id = v.source_id
         and f.observed_at <= v.fetched_at and f.last_seen >= v.fetched_at
       group by v.source_id, v.id, v.reader, v.fetched_at, v.state, v.page_class, v.size, f.kind
       order by v.source_id, v.fetched_at desc, v.id desc
      """;

  /// The newest versions of each source first, at most [#MOST_VERSIONS]; those that we failed to
  /// read by our own fault are left out.
  Uni<Map<UUID, List<ReadVersion>>> of(Mutiny.Session session, Whose whose) {
    SessionSql sql = SessionSql.of(session);
    Uni<List<Object[]>> rows =
        switch (whose) {
          case Whose.Sources(List<UUID> ids) ->
              sql.select(newest("select unnest($1::uuid[])"), (Object) ids.toArray(UUID[]::new));
          case Whose.Competitor(UUID id) ->
              sql.select(
                  newest("select distinct source_id from document where competitor_id = $1"), id);
          case Whose.Everybody() -> sql.select(newest("select distinct source_id from document"));
        };
    return rows.map(ReadVersions::bySource);
  }

  private static String newest(String sources) {
    return NEWEST.formatted(sources, MOST_VERSIONS);
  }

  private static Map<UUID, List<ReadVersion>> bySource(List<Object[]> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), ReadVersions::versions)));
  }

  /// Rows of one source, one per version and kind of fact.
  private static List<ReadVersion> versions(List<Object[]> rows) {
    Map<UUID, ReadVersion> versions = new LinkedHashMap<>();
    for (Object[] row : rows) {
      ReadVersion version = versions.computeIfAbsent((UUID) row[1], _ -> version(row));
      if (row[7] != null) {
        version.facts().put(FactKind.valueOf((String) row[7]), ((Number) row[8]).intValue());
      }
    }
    return List.copyOf(versions.values());
  }

  private static ReadVersion version(Object[] row) {
    return new ReadVersion(
        (String) row[2],
        ((OffsetDateTime) row[3]).toInstant(),
        (Boolean) row[4],
        PageClass.valueOf((String) row[5]),
        ((Number) row[6]).intValue(),
        new EnumMap<>(FactKind.class));
  }
}
