package io.competitoriq.crawl.retention;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/// One release at a time, over all workspaces and replicas, and none while a rule or a hold is
/// being set: two releases of snapshots that share a body must see each other, or it would lie
/// there for good; and a hold that was granted must not come too late.
@ApplicationScoped
class ReleaseLock {
  private static final String TAKE =
      "select 1 from pg_advisory_xact_lock(hashtextextended('crawl.release', 0))";

  /// Held until the transaction ends.
  Uni<Void> take(Mutiny.Session tx) {
    return SessionSql.of(tx).select(TAKE).replaceWithVoid();
  }
}
