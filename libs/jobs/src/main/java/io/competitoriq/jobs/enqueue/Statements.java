package io.competitoriq.jobs.enqueue;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Where statements run: those of a transaction on its connection, others each as a transaction of
/// its own. Arguments as in [SessionSql].
@FunctionalInterface
interface Statements {

  /// The rows as they come, column by column.
  Uni<List<Object[]>> select(String sql, @Nullable Object... arguments);

  static Statements of(Mutiny.Session tx) {
    return SessionSql.of(tx)::select;
  }

  /// Each statement is durable when its answer comes.
  static Statements alone(Pool pool) {
    return (sql, arguments) ->
        Uni.createFrom()
            .completionStage(
                () ->
                    pool.preparedQuery(sql)
                        .execute(Tuple.wrap(arguments))
                        .map(Statements::columns)
                        .toCompletionStage());
  }

  private static List<Object[]> columns(RowSet<Row> found) {
    List<Object[]> rows = new ArrayList<>(found.size());
    for (Row row : found) {
      Object[] columns = new Object[row.size()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = row.getValue(i);
      }
      rows.add(columns);
    }
    return rows;
  }
}
