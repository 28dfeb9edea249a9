package io.competitoriq.api.statement;

import io.competitoriq.api.door.Answer;
import io.competitoriq.api.door.Request;
import io.competitoriq.api.workspace.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Counts the statements of all services by `pg_stat_statements`, which the launcher's PostgreSQL
/// loads. What begins, binds and ends a transaction is left out, and so is what is called less
/// often than was asked: a poll that happened to run meanwhile. Workers look for tickets all the
/// time.
public final class StatementCount implements AutoCloseable {

  private static final int TIMES = 4;
  private static final int ROUNDS = 3;
  private static final int LONGEST = 160;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WORKED =
      "select exists (select from jobs.job where state = 1 or state = 0 and run_at <= now())";

  private static final String CALLED =
      """
      select s.calls / %1$d, s.query from public.pg_stat_statements s join pg_roles r on r.oid = s.userid
       where r.rolname like 'ciq%%' and s.toplevel and s.calls >= %1$d
         and s.query !~* '^\\s*(begin|commit|rollback|set )' and s.query not like '%%set_config(%%' and s.query not like '%%jobs.next_tickets(%%'
       order by 1 desc, 2
      """
          .formatted(TIMES);

  private final Installation installation;
  private final Connection database;

  public StatementCount(Installation installation) throws SQLException {
    this.installation = installation;
    this.database = installation.database();
    execute("create extension if not exists pg_stat_statements schema public");
  }

  /// What a request asks for.
  ///
  /// @param statements how many, the same one several times included
  /// @param texts of them, each with how often it is asked
  public record Asked(Answer answer, int statements, List<String> texts) {}

  /// The least of some rounds: a poll can only add to it, and so can jobs that tests before this
  /// one have left, whose end is waited for.
  public Asked of(Request request, int enough) throws SQLException, IOException {
    Asked least = round(request);
    for (int i = 1; i < ROUNDS && least.statements() > enough; i++) {
      untilNobodyWorks();
      Asked again = round(request);
      least = again.statements() < least.statements() ? again : least;
    }
    return least;
  }

  private void untilNobodyWorks() throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    while (isWorked() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private boolean isWorked() throws SQLException {
    try (var query = database.createStatement();
        var rows = query.executeQuery(WORKED)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private Asked round(Request request) throws SQLException, IOException {
    Answer answer = installation.door().send(request); // and prepared
    execute("select public.pg_stat_statements_reset()");
    for (int i = 0; i < TIMES; i++) {
      answer = installation.door().send(request);
    }
    int statements = 0;
    List<String> texts = new ArrayList<>();
    try (var query = database.createStatement();
        var rows = query.executeQuery(CALLED)) {
      while (rows.next()) {
        statements += rows.getInt(1);
        texts.add(rows.getInt(1) + " x " + shortened(rows.getString(2)));
      }
    }
    return new Asked(answer, statements, texts);
  }

  private static String shortened(String sql) {
    String line = sql.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
