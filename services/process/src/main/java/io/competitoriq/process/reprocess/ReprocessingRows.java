package io.competitoriq.process.reprocess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.Problems;
import io.competitoriq.process.reprocess.Reprocessing.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Runs and their results. All methods belong to the caller's transaction.
@ApplicationScoped
class ReprocessingRows {

  private static final int MOST_RESULTS = 200;
  private static final int MOST_RUNS = 20;

  private final ObjectMapper json;
  private final Clock clock;

  ReprocessingRows(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /// @param sourceId null for all that were ever read
  Uni<List<UUID>> sources(Mutiny.Session session, @Nullable UUID sourceId) {
    return session
        .createNativeQuery(
            "select distinct source_id from document where state = 'PROCESSED' and (:all or source_id = :source)",
            UUID.class)
        .setParameter("all", sourceId == null)
        .setParameter("source", sourceId == null ? new UUID(0, 0) : sourceId)
        .getResultList();
  }

  Uni<Integer> add(
      Mutiny.Session session,
      UUID workspaceId,
      UUID memberId,
      UUID id,
      boolean dryRun,
      int extractor,
      int sources) {
    return session
        .createNativeQuery(
            """
            insert into reprocessing (id, workspace_id, dry_run, extractor_version, sources, created_by, created_at)
            values (:id, :workspace, :dry, :extractor, :sources, :member, :at)
            """)
        .setParameter("id", id)
        .setParameter("workspace", workspaceId)
        .setParameter("dry", dryRun)
        .setParameter("extractor", extractor)
        .setParameter("sources", sources)
        .setParameter("member", memberId)
        .setParameter("at", clock.instant())
        .executeUpdate();
  }

  /// The same result twice is one.
  Uni<Integer> finish(Mutiny.Session session, UUID workspaceId, UUID runId, Result result) {
    return session
        .createNativeQuery(
            """
            insert into reprocessed_source (run_id, source_id, workspace_id, state, old_extractor,
                                            added, removed, changed, samples, finished_at)
            values (:run, :source, :workspace, :state, :old, :added, :removed, :changed,
                    cast(cast(:samples as text) as jsonb), :at)
            on conflict (run_id, source_id) do nothing
            """)
        .setParameter("run", runId)
        .setParameter("source", result.sourceId())
        .setParameter("workspace", workspaceId)
        .setParameter("state", result.state().name())
        .setParameter("old", result.oldExtractor())
        .setParameter("added", result.added())
        .setParameter("removed", result.removed())
        .setParameter("changed", result.changed())
        .setParameter("samples", write(new Samples(result.samples())))
        .setParameter("at", clock.instant())
        .executeUpdate();
  }

  Uni<Reprocessing> find(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(
            """
            select r.id, r.dry_run, r.extractor_version, r.created_at, r.sources, count(s.source_id),
                   coalesce(sum(s.added), 0), coalesce(sum(s.removed), 0), coalesce(sum(s.changed), 0)
              from reprocessing r left join reprocessed_source s on s.run_id = r.id
             where r.id = :id group by r.id
            """,
            Object[].class)
        .setParameter("id", id)
        .getResultList()
        .chain(
            rows -> {
              if (rows.isEmpty()) {
                throw Problems.notFound(
                    "reprocessing-not-found", "There is no reprocessing " + id + ".");
              }
              return results(session, id).map(results -> run(head(rows.getFirst()), results));
            });
  }

  private Uni<List<Result>> results(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(
            """
            select source_id, state, old_extractor, added, removed, changed, cast(samples as text)
              from reprocessed_source
             where run_id = :id and (added + removed + changed > 0 or state not in ('APPLIED', 'COMPARED', 'UNCHANGED'))
             order by added + removed + changed desc, source_id
            """,
            Object[].class)
        .setParameter("id", id)
        .setMaxResults(MOST_RESULTS)
        .getResultList()
        .map(rows -> rows.stream().map(this::result).toList());
  }

  /// Newest first.
  Uni<List<ReprocessingHead>> latest(Mutiny.Session session) {
    return session
        .createNativeQuery(
            """
            select r.id, r.dry_run, r.extractor_version, r.created_at, r.sources, count(s.source_id),
                   coalesce(sum(s.added), 0), coalesce(sum(s.removed), 0), coalesce(sum(s.changed), 0)
              from reprocessing r left join reprocessed_source s on s.run_id = r.id
             group by r.id order by r.created_at desc, r.id desc
            """,
            Object[].class)
        .setMaxResults(MOST_RUNS)
        .getResultList()
        .map(rows -> rows.stream().map(ReprocessingRows::head).toList());
  }

  private static ReprocessingHead head(Object[] row) {
    return new ReprocessingHead(
        (UUID) row[0],
        (Boolean) row[1],
        at(row, 2),
        ((OffsetDateTime) row[3]).toInstant(),
        at(row, 4),
        at(row, 5),
        at(row, 6),
        at(row, 7),
        at(row, 8));
  }

  private static Reprocessing run(ReprocessingHead head, List<Result> results) {
    return new Reprocessing(
        head.id(),
        head.dryRun(),
        head.extractorVersion(),
        head.createdAt(),
        head.sources(),
        head.done(),
        head.added(),
        head.removed(),
        head.changed(),
        results);
  }

  private Result result(Object[] row) {
    return new Result(
        (UUID) row[0],
        ReprocessState.valueOf((String) row[1]),
        at(row, 2),
        at(row, 3),
        at(row, 4),
        at(row, 5),
        read((String) row[6]).items());
  }

  private static int at(Object[] row, int column) {
    return ((Number) row[column]).intValue();
  }

  private String write(Samples samples) {
    try {
      return json.writeValueAsString(samples);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values always have a JSON form", impossible);
    }
  }

  private Samples read(String samples) {
    try {
      return json.readValue(samples, Samples.class);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("samples are written here only", foreign);
    }
  }

  /// The samples, as one JSON value.
  record Samples(List<FactDifferences.Sample> items) {}
}
