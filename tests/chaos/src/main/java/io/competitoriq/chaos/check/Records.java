package io.competitoriq.chaos.check;

import io.competitoriq.chaos.fleet.Producer;
import io.competitoriq.chaos.server.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What the run has written down, read past the engine.
public final class Records {

  private final Postgres postgres;

  public Records(Postgres postgres) {
    this.postgres = postgres;
  }

  /// The first column of the first row.
  public double number(String sql) {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getDouble(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
    }
  }

  public long count(String sql) {
    return (long) number("select count(*) from (" + sql + ") as found");
  }

  /// The first column of every row.
  public List<Long> ids(String sql) {
    List<Long> ids = new ArrayList<>();
    lines(sql).forEach(line -> ids.add(Long.parseLong(line)));
    return ids;
  }

  /// Every row as text, at most a hundred of them.
  public List<String> lines(String sql) {
    List<String> lines = new ArrayList<>();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(100);
      ResultSet rows = statement.executeQuery(sql);
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          line.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join(" ", line));
      }
      return lines;
    } catch (SQLException refused) {
      throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
    }
  }

  /// Takes down which jobs the engine has accepted.
  public void accept(List<Producer.Answer> answers) {
    try (Connection connection = postgres.connect();
        Statement empty = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("insert into chaos.accepted (job_id) values (?)")) {
      connection.setAutoCommit(false);
      empty.execute("truncate chaos.accepted");
      for (Producer.Answer answer : answers) {
        if (answer.accepted()) {
          insert.setLong(1, answer.jobId());
          insert.addBatch();
        }
      }
      insert.executeBatch();
      connection.commit();
    } catch (SQLException refused) {
      throw new IllegalStateException("accepted jobs: " + refused.getMessage(), refused);
    }
  }

  /// Jobs that have not ended.
  public long unfinished() {
    return count("select from chaos.last where state in (0, 1)");
  }
}
