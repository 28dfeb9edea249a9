package io.competitoriq.crawl.visit;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows of `visit`. Every call needs a workspace transaction around it.
@ApplicationScoped
class VisitRepository implements PanacheRepositoryBase<Visit, UUID> {

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

  /// Those of one source, one competitor, or all.
  record Scope(Optional<UUID> sourceId, Optional<UUID> competitorId) {

    private String condition() {
      return (sourceId.isPresent() ? "sourceId = :source" : "1 = 1")
          + (competitorId.isPresent() ? " and competitorId = :competitor" : "");
    }

    private Parameters parameters() {
      Parameters parameters = new Parameters();
      sourceId.ifPresent(id -> parameters.and("source", id));
      competitorId.ifPresent(id -> parameters.and("competitor", id));
      return parameters;
    }
  }
}
