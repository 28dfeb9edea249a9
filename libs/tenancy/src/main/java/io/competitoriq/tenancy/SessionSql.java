package io.competitoriq.tenancy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/// Statements on a session's own connection, so in its transaction, which PostgreSQL keeps
/// prepared. Hibernate neither parses nor plans them, which costs more than a small statement
/// itself.
///
/// Arguments are `$1`, `$2`, ... and have the types of the PostgreSQL client: `UUID`, `Short`,
/// `OffsetDateTime`. Changes of entities are not flushed first; who depends on them flushes.
public final class SessionSql {

  private final ReactiveConnection connection;

  private SessionSql(ReactiveConnection connection) {
    this.connection = connection;
  }

  /// @throws IllegalArgumentException for a session that is not Hibernate's own
  public static SessionSql of(Mutiny.Session session) {
    if (session instanceof MutinySessionImpl own) {
      return new SessionSql(own.getReactiveConnection());
    }
    throw new IllegalArgumentException("no connection behind " + session.getClass().getName());
  }

  /// @return how many rows were changed, or read by a statement that reads
  public Uni<Integer> update(String sql, @Nullable Object... arguments) {
    return Uni.createFrom().completionStage(() -> connection.update(sql, arguments));
  }

  /// The rows as they come, column by column.
  public Uni<List<Object[]>> select(String sql, @Nullable Object... arguments) {
    return Uni.createFrom()
        .completionStage(() -> connection.select(sql, arguments))
        .map(
            found -> {
              List<Object[]> rows = new ArrayList<>(found.size());
              found.forEachRemaining(rows::add);
              return rows;
            });
  }
}
