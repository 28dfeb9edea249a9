package io.competitoriq.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Jobs of each queue by state, as the ledger has them now.
public final class QueueDepths {

  private static final String ROW = "%-16s %9s %9s %9s %9s%n";
  private static final String QUERY =
      """
      select queue,
        count(*) filter (where state = 0 and run_at <= now()),
        count(*) filter (where state = 0 and run_at > now()),
        count(*) filter (where state = 1),
        count(*) filter (where state = 3)
      from jobs.job group by queue order by queue
      """;

  private QueueDepths() {}

  /// A small table, or nothing when the database cannot be asked.
  public static Optional<String> read(int postgresPort) {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2&socketTimeout=3"
            .formatted(postgresPort, DataServers.DATABASE);
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      StringBuilder table =
          new StringBuilder(ROW.formatted("queue", "waiting", "later", "running", "dead"));
      while (rows.next()) {
        table.append(
            ROW.formatted(
                rows.getString(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5)));
      }
      return Optional.of(table.toString());
    } catch (SQLException unreachable) {
      return Optional.empty();
    }
  }
}
