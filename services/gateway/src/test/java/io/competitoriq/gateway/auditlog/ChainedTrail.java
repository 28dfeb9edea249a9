package io.competitoriq.gateway.auditlog;

import static java.util.Objects.requireNonNull;

import io.competitoriq.testkit.TestDatabase;
import io.vertx.pgclient.PgConnectOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The trail as somebody sees it who has the database: rows to seed, ways to tamper, and the check
/// of `./ciq audit`.
final class ChainedTrail {

  private static final int BATCH = 300;

  private ChainedTrail() {}

  /// What the check printed and how it ended.
  record Verdict(int code, String printed) {}

  static Verdict verify(List<ChainHead> anchors) {
    return verify(url(), anchors);
  }

  /// In another database than the application's.
  static Verdict verify(String jdbcUrl, List<ChainHead> anchors) {
    return run(jdbcUrl, false, anchors);
  }

  static List<ChainHead> heads() {
    List<ChainHead> heads = new ArrayList<>();
    run(url(), true, List.of()).printed.lines().map(ChainHead::parse).forEach(heads::add);
    return heads;
  }

  private static String url() {
    return requireNonNull(System.getProperty("ciq.test.jdbc-url"));
  }

  private static Verdict run(String jdbcUrl, boolean headsOnly, List<ChainHead> anchors) {
    var printed = new ByteArrayOutputStream();
    var address =
        PgConnectOptions.fromUri(jdbcUrl.substring("jdbc:".length()))
            .setUser("postgres")
            .setPassword("");
    int code =
        VerifyTrail.run(
            address, headsOnly, anchors, new PrintStream(printed, true, StandardCharsets.UTF_8));
    return new Verdict(code, printed.toString(StandardCharsets.UTF_8));
  }

  /// Rows of the door's chain, sealed as every row is, a few hundred in a transaction: the head's
  /// row becomes slower with each change within one.
  static void seed(int rows) {
    for (int from = 1; from <= rows; from += BATCH) {
      TestDatabase.execute(
          """
          insert into gateway.audit_entry (id, action, address, user_agent, trace_id, created_at)
          select gen_random_uuid(), 'SIGN_IN_FAILED', '203.0.113.' || n %% 250, 'Ümläut ' || n, 'trace-' || n,
                 now() + n * interval '1 microsecond'
            from generate_series(%d, %d) n\
          """
              .formatted(from, Math.min(rows, from + BATCH - 1)));
    }
  }

  /// As a superuser who has switched the triggers off.
  static void tamper(String sql) {
    TestDatabase.execute(
        "set session_replication_role = replica; set search_path = gateway; " + sql);
  }
}
