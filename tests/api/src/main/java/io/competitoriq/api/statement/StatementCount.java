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
  private static final Duration STILL = Duration.ofSeconds(1);

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

  /// Until a second passes in which the services ask for nothing by themselves.
  private void untilNobodyWorks() throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    do {
      execute("select public.pg_stat_statements_reset()");
      LockSupport.parkNanos(STILL.toNanos());
    } while (!called().isEmpty() && Instant.now().isBefore(end));
  }

  private Asked round(Request request) throws SQLException, IOException {
    Answer answer = installation.door().send(request); // and prepared
    execute("select public.pg_stat_statements_reset()");
    for (int i = 0; i < TIMES; i++) {
      answer = installation.door().send(request);
    }
    List<Called> called = called();
    return new Asked(
        answer,
        called.stream().mapToInt(Called::times).sum(),
        called.stream().map(each -> each.times() + " x " + shortened(each.sql())).toList());
  }

  /// @param times for one request
  private record Called(int times, String sql) {}

  private List<Called> called() throws SQLException {
    List<Called> called = new ArrayList<>();
    try (var query = database.createStatement();
        var rows = query.executeQuery(CALLED)) {
      while (rows.next()) {
        called.add(new Called(rows.getInt(1), rows.getString(2)));
      }
    }
    return called;
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
