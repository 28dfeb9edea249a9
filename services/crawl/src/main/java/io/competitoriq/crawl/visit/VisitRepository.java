package io.competitoriq.crawl.visit;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Rows of `visit`. Every call needs a workspace transaction around it.
@ApplicationScoped
class VisitRepository implements PanacheRepositoryBase<Visit, UUID> {
  private static final List<VisitOutcome> HEALTHY =
      List.of(VisitOutcome.STORED, VisitOutcome.UNCHANGED);
  private static final String SUMMARY =
      """
      select v.sourceId, max(v.finishedAt),
             max(case when v.outcome in (:healthy) then v.finishedAt end),
             count(case when v.finishedAt > :since then 1 end),
             count(case when v.finishedAt > :since and v.outcome not in (:healthy) then 1 end)
        from Visit v where %s group by v.sourceId order by v.sourceId""";
  private static final String LATEST =
      """
      from Visit v where v.sourceId in (:sources)
         and not exists (from Visit w where w.sourceId = v.sourceId
             and (w.finishedAt > v.finishedAt or w.finishedAt = v.finishedAt and w.id > v.id))""";

  /// The newest first, at most `limit + 1` of them.
  Uni<List<Visit>> list(Scope scope, Optional<Cursor> after, int limit) {
    Parameters parameters = scope.parameters();
    after.ifPresent(cursor -> parameters.and("at", cursor.at()).and("after", cursor.id()));
    String beyond =
        after.isEmpty() ? "" : " and (finishedAt < :at or finishedAt = :at and id < :after)";
    return find(scope.condition() + beyond + " order by finishedAt desc, id desc", parameters)
        .range(0, limit)
        .list();
  }

  /// Source, last visit, last good one, visits and failures since `since`; one row per source.
  Uni<List<Object[]>> summary(Mutiny.Session session, Scope scope, Instant since) {
    Mutiny.SelectionQuery<Object[]> query =
        session
            .createQuery(SUMMARY.formatted(scope.condition()), Object[].class)
            .setParameter("healthy", HEALTHY)
            .setParameter("since", since);
    scope.parameters().map().forEach(query::setParameter);
    return query.getResultList();
  }

  /// The last visit of each of the sources.
  Uni<List<Visit>> latest(Mutiny.Session session, List<UUID> sources) {
    return session
        .createQuery(LATEST, Visit.class)
        .setParameter("sources", sources)
        .getResultList();
  }

  /// Which visits are asked for.
  record Scope(Optional<UUID> sourceId, Optional<UUID> competitorId) {
    String condition() {
      return (sourceId.isPresent() ? "sourceId = :source" : "1 = 1")
          + (competitorId.isPresent() ? " and competitorId = :competitor" : "");
    }

    Parameters parameters() {
      Parameters parameters = new Parameters();
      sourceId.ifPresent(id -> parameters.and("source", id));
      competitorId.ifPresent(id -> parameters.and("competitor", id));
      return parameters;
    }
  }
}
