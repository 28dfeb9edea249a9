package io.competitoriq.gateway.erasure;

import io.competitoriq.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Where something stands in the database, whatever the column.
final class EveryColumn {

  private EveryColumn() {}

  /// The columns of the schema that hold the text, in any case.
  static List<String> holding(String schema, String text) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String column : columns(schema)) {
      int dot = column.lastIndexOf('.');
      long rows =
          TestDatabase.queryLong(
              "select count(*) from %s where position(lower('%s') in lower(%s::text)) > 0"
                  .formatted(column.substring(0, dot), text, column.substring(dot + 1)));
      if (rows > 0) {
        found.add(column);
      }
    }
    return found;
  }

  private static List<String> columns(String schema) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (var admin = TestDatabase.admin();
        var statement = admin.createStatement();
        var rows =
            statement.executeQuery(
                """
                select format('%%I.%%I.%%I', n.nspname, c.relname, a.attname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind = 'r' and n.nspname = '%s'\
                """
                    .formatted(schema))) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }
}
