package io.competitoriq.crawl.visit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// When sources brought something new: snapshots that differ from the one before. The first one of
/// a source, and one that only confirms the one before, are no news.
@ApplicationScoped
class SourceChanges {

  private static final String NEWEST =
      """
      select s.source_id, cast(extract(epoch from c.fetched_at) as bigint)
        from unnest(cast(string_to_array(:sources, ',') as uuid[])) s (source_id)
       cross join lateral (
         select next.fetched_at
           from snapshot next join snapshot before on before.id = next.previous_snapshot_id
          where next.source_id = s.source_id and next.body_sha256 <> before.body_sha256
          order by next.fetched_at desc limit :most) c
       order by c.fetched_at desc""";

  /// The newest first, at most [Silence#MOST_CHANGES] per source; sources without one are left out.
  Uni<Map<UUID, List<Instant>>> of(Mutiny.Session tx, List<UUID> sources) {
    String ids = sources.stream().map(UUID::toString).collect(Collectors.joining(","));
    return tx.createNativeQuery(NEWEST, Object[].class)
        .setParameter("sources", ids)
        .setParameter("most", Silence.MOST_CHANGES)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> (UUID) row[0],
                            Collectors.mapping(SourceChanges::at, Collectors.toList()))));
  }

  private static Instant at(Object[] row) {
    return Instant.ofEpochSecond(((Number) row[1]).longValue());
  }
}
