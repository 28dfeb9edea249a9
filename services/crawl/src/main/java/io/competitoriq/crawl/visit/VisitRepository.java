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
  private static final List<VisitOutcome> REFUSED =
      List.of(VisitOutcome.BLOCKED, VisitOutcome.LOGIN);
  private static final String TALLIES =
      """
      select v.source, max(v.at), v.okAt,
             sum(case when v.okAt is null or v.at > v.okAt then 1 else 0 end),
             sum(case when v.at > :day then 1 else 0 end),
             sum(case when v.at > :day then v.failed else 0 end),
             sum(case when v.at > :week then 1 else 0 end),
             sum(case when v.at > :week then v.failed else 0 end),
             sum(case when v.at > :week then v.refused else 0 end)
        from (select sourceId as source, finishedAt as at,
                     case when outcome in (:healthy) then 0 else 1 end as failed,
                     case when outcome in (:refusals) or httpStatus = :tooMany then 1 else 0 end as refused,
                     max(case when outcome in (:healthy) then finishedAt end)
                       over (partition by sourceId) as okAt
                from Visit where %s) v
       group by v.source, v.okAt order by v.source""";
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

  /// One per source.
  Uni<List<VisitTally>> tallies(
      Mutiny.Session session, Selection scope, Instant day, Instant week) {
    Mutiny.SelectionQuery<Object[]> query =
        session
            .createQuery(TALLIES.formatted(scope.condition()), Object[].class)
            .setParameter("healthy", HEALTHY)
            .setParameter("refusals", REFUSED)
            .setParameter("tooMany", VisitOutcome.TOO_MANY)
            .setParameter("day", day)
            .setParameter("week", week);
    scope.parameters().map().forEach(query::setParameter);
    return query.getResultList().map(rows -> rows.stream().map(VisitTally::of).toList());
  }

  /// The last visit of each of the sources.
  Uni<List<Visit>> latest(Mutiny.Session session, List<UUID> sources) {
    return session
        .createQuery(LATEST, Visit.class)
        .setParameter("sources", sources)
        .getResultList();
  }

  /// Which visits are asked for: a condition of HQL and its parameters.
  sealed interface Selection {
    String condition();

    Parameters parameters();
  }

  /// Those of a few sources.
  record Sources(List<UUID> ids) implements Selection {
    @Override
    public String condition() {
      return "sourceId in (:ids)";
    }

    @Override
    public Parameters parameters() {
      return Parameters.with("ids", ids);
    }
  }

  /// Those of one source, one competitor, or all.
  record Scope(Optional<UUID> sourceId, Optional<UUID> competitorId) implements Selection {
    @Override
    public String condition() {
      return (sourceId.isPresent() ? "sourceId = :source" : "1 = 1")
          + (competitorId.isPresent() ? " and competitorId = :competitor" : "");
    }

    @Override
    public Parameters parameters() {
      Parameters parameters = new Parameters();
      sourceId.ifPresent(id -> parameters.and("source", id));
      competitorId.ifPresent(id -> parameters.and("competitor", id));
      return parameters;
    }
  }
}
