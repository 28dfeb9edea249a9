package io.competitoriq.contract;

import static io.competitoriq.contract.WorkspaceTables.A;
import static io.competitoriq.contract.WorkspaceTables.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is left of a workspace when every service has forgotten it. The tables come from the
/// catalogue and the rows keep every reference, so a new table is tried with the migration that
/// creates it.
class ForgetWorkspaceTest {

  /// Goes last, with the members and the trail.
  private static final List<String> LAST =
      List.of(
          "gateway.api_key",
          "gateway.audit_entry",
          "gateway.member",
          "gateway.provider_session",
          "gateway.session",
          "gateway.workspace",
          "gateway.workspace_erasure");

  @BeforeEach
  void twoWorkspacesWithARowInEveryTable() throws SQLException {
    TestDatabase.create("crawl");
    ReferringRows.fill(A, B);
    TestDatabase.execute(
        """
        set session_replication_role = replica;
        update gateway.workspace_erasure set state = 'ERASING', deleted = 0;
        update gateway.audit_entry set chain = workspace_id, sequence = 1;
        insert into gateway.audit_head (chain, sequence, hash)
          select workspace_id, 1, repeat('a', 64) from gateway.audit_entry;
        update gateway.account set email = id || '@example.com', queue_admin = false;
        update crawl.snapshot set body_sha256 = encode(sha256(workspace_id::text::bytea), 'hex');
        update crawl.exhibit set sha256 = repeat('e', 64);
        insert into blobs.blob (sha256, body, raw_bytes, put_at)
          select body_sha256, 'x'::bytea, 1, now() - interval '2 days' from crawl.snapshot
          union select repeat('e', 64), 'x', 1, now() - interval '2 days'\
        """);
  }

  @Test
  void everyServiceForgetsItsTablesAndTouchesNoOtherWorkspace() throws SQLException {
    Map<String, String> others = rowsOf(B);
    assertThat(rowsOf(A)).as("a row to forget in every table").hasSameSizeAs(tables());

    for (String service : SchemaRolesTest.SERVICES) {
      forgetAll(service, 1000);
    }

    assertThat(rowsOf(A).keySet()).containsExactlyInAnyOrderElementsOf(LAST);
    assertThat(rowsOf(B)).isEqualTo(others);
  }

  @Test
  void aCrashBetweenTwoCallsIsMendedByTheNext() throws SQLException {
    for (String service : SchemaRolesTest.SERVICES) {
      try (Connection dying = bound(service)) {
        assertThat(forget(dying, 1)).isPositive();
        dying.rollback();
      }
      assertThat(forgetOnce(service, 1)).isPositive();
      forgetAll(service, 1);
    }

    assertThat(rowsOf(A).keySet()).containsExactlyInAnyOrderElementsOf(LAST);
  }

  @Test
  void nothingNamesTheWorkspaceAfterTheLastStepButTheReceipt() throws SQLException {
    Map<String, String> others = rowsOf(B);
    for (String service : SchemaRolesTest.SERVICES) {
      forgetAll(service, 1000);
    }

    assertThat(finish()).isEqualTo("t");

    assertThat(rowsOf(A).keySet()).containsExactly("gateway.workspace_erasure");
    assertThat(namesOf(A))
        .containsExactlyInAnyOrder(
            "gateway.audit_entry.subject", "gateway.workspace_erasure.workspace_id");
    assertThat(rowsOf(B)).isEqualTo(others);
    assertThat(finish()).as("a second time").isEqualTo("f");
  }

  @Test
  void aBodyGoesWhenNoOtherWorkspaceNamesIt() throws SQLException {
    TestDatabase.execute("delete from crawl.release");

    forgetAll("crawl", 1000);

    TestDatabase.execute("select crawl.drop_forgotten_bodies(100, interval '1 day')");

    assertThat(WorkspaceTables.query("select sha256 from blobs.blob order by 1"))
        .containsExactlyInAnyOrder(
            "e".repeat(64),
            WorkspaceTables.query("select body_sha256 from crawl.snapshot").getFirst());
    assertThat(WorkspaceTables.query("select sha256 from crawl.forgotten_body")).isEmpty();
  }

  private static List<String> tables() throws SQLException {
    return WorkspaceTables.all().stream().map(WorkspaceTables.Table::name).toList();
  }

  /// A checksum of the workspace's rows per table, where it has any.
  private static Map<String, String> rowsOf(String workspace) throws SQLException {
    Map<String, String> sums = new TreeMap<>();
    for (WorkspaceTables.Table table : WorkspaceTables.all()) {
      String sum =
          WorkspaceTables.query(
                  "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t where %s = '%s'"
                      .formatted(table.name(), table.column(), workspace))
              .getFirst();
      if (!sum.isEmpty()) {
        sums.put(table.name(), sum);
      }
    }
    return sums;
  }

  /// Every column of every table in which the id stands, alone or in a text.
  private static List<String> namesOf(String workspace) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String column :
        WorkspaceTables.query(
            """
            select format('%s.%I', c.oid::regclass, a.attname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind = 'r' and n.nspname in
               ('competitors','crawl','process','analysis','gateway','jobs','blobs','flags')\
            """)) {
      int dot = column.lastIndexOf('.');
      if (TestDatabase.queryLong(
              "select count(*) from %s where position('%s' in %s::text) > 0"
                  .formatted(column.substring(0, dot), workspace, column.substring(dot + 1)))
          > 0) {
        found.add(column);
      }
    }
    return found;
  }

  private static void forgetAll(String service, int most) throws SQLException {
    for (int call = 0; forgetOnce(service, most) > 0; call++) {
      assertThat(call).as("calls of %s", service).isLessThan(200);
    }
  }

  private static long forgetOnce(String service, int most) throws SQLException {
    try (Connection connection = bound(service)) {
      long gone = forget(connection, most);
      connection.commit();
      return gone;
    }
  }

  private static long forget(Connection connection, int most) throws SQLException {
    return Long.parseLong(
        WorkspaceTables.first(connection, "select forget_workspace(" + most + ")"));
  }

  private static String finish() throws SQLException {
    try (Connection connection = bound("gateway")) {
      String done =
          WorkspaceTables.first(
              connection, "select finish_workspace_erasure('%s', 'trace', now())".formatted(A));
      connection.commit();
      return done;
    }
  }

  private static Connection bound(String service) throws SQLException {
    Connection connection = TestDatabase.as("ciq_" + service);
    connection.setAutoCommit(false);
    WorkspaceTables.first(connection, "select set_config('ciq.workspace', '" + A + "', true)");
    return connection;
  }
}
