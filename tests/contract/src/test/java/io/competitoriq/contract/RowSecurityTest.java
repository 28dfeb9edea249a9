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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The database alone keeps workspaces apart: every statement here has no filter at all, as if the
/// services had forgotten theirs. The tables come from the catalogue, so a new one is tried with
/// the migration that creates it.
class RowSecurityTest {

  /// 42501: a policy, or a privilege that was never given.
  private static final String REFUSED = "42501";

  /// What holds rows of no workspace or of all, and why no policy can stand over it.
  private static final Map<String, String> WITHOUT_POLICY =
      Map.ofEntries(
          Map.entry("analysis.model_rest", "whether a provider answers is the same for everybody"),
          Map.entry("blobs.blob", "bodies under their hash; who may name one is the snapshot's"),
          Map.entry("crawl.forgotten_body", "hashes of bodies whose rows are gone"),
          Map.entry("crawl.retention_pass", "how far the janitor came; holds nothing of a page"),
          Map.entry("gateway.account", "a person may be in several workspaces"),
          Map.entry(
              "gateway.account_identity", "whom a provider calls an account, in no workspace"),
          Map.entry("gateway.password_reset", "a password is a person's, in no workspace"),
          Map.entry("gateway.sign_in_bucket", "counted before anybody is known"),
          Map.entry("jobs.host_state", "a site's peace is kept by all workspaces together"),
          Map.entry("jobs.job", "workers claim whoever's turn it is; only queue admins read it"),
          Map.entry("jobs.job_archive", "finished jobs; only queue admins read it"),
          Map.entry("jobs.job_batch", "counts jobs by number"),
          Map.entry("jobs.job_start", "counts starts per queue and host"),
          Map.entry("jobs.queue_state", "queues belong to the installation"),
          Map.entry("jobs.worker", "processes belong to the installation"));

  @BeforeAll
  static void twoWorkspacesWithARowInEveryTable() throws SQLException {
    TestDatabase.create("crawl");
    WorkspaceTables.fill();
  }

  static Stream<WorkspaceTables.Table> tables() throws SQLException {
    return WorkspaceTables.all().stream();
  }

  @Test
  void everyTableIsUnderAPolicyOrOnTheListThatSaysWhyNot() throws SQLException {
    List<String> open =
        WorkspaceTables.query(
            """
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and not c.relrowsecurity
               and c.relname <> 'flyway_schema_history'
               and n.nspname in ('competitors','crawl','process','analysis','gateway','jobs','blobs')
             order by 1\
            """);

    assertThat(open).containsExactlyInAnyOrderElementsOf(WITHOUT_POLICY.keySet());
  }

  /// The owner passes policies by, and functions that are asked before a workspace is known rely on
  /// it: so what must hold is that no service is the owner, and that the policy is in force for it.
  @ParameterizedTest
  @MethodSource("tables")
  void thePolicyIsInForceForTheServicesRole(WorkspaceTables.Table table) throws SQLException {
    try (Connection service = as(table, null)) {
      assertThat(
              WorkspaceTables.first(
                  service, "select row_security_active('%s')".formatted(table.name())))
          .isEqualTo("t");
    }
  }

  @Test
  @DisplayName("a view with rows of workspaces is read with the reader's rights")
  void viewsDoNotPassPoliciesBy() throws SQLException {
    assertThat(
            WorkspaceTables.query(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('v', 'm')
                   and n.nspname in ('competitors', 'crawl', 'process', 'analysis', 'gateway')
                   and (c.relkind = 'm'
                        or not 'security_invoker=true' = any(coalesce(c.reloptions, '{}')))\
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aReaderOfOneWorkspaceFindsItsRowsAndNoneOfTheOther(WorkspaceTables.Table table)
      throws SQLException {
    try (Connection service = as(table, A)) {
      assertThat(rowsOf(service, table)).isNotEmpty().allMatch(A::equals);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aReaderOfNoWorkspaceFindsNothing(WorkspaceTables.Table table) throws SQLException {
    try (Connection unset = as(table, null);
        Connection empty = as(table, "")) {
      assertThat(rowsOf(unset, table)).isEmpty();
      assertThat(rowsOf(empty, table)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nothingIsWrittenIntoTheOtherWorkspace(WorkspaceTables.Table table) throws SQLException {
    try (Connection service = as(table, A)) {
      String insert = "insert into %s (%s) values ('%s')";
      assertThat(refusal(service, insert.formatted(table.name(), table.column(), B)))
          .isEqualTo(REFUSED);
      assertThat(refusal(service, insert.formatted(table.name(), table.column(), A)))
          .as("with its own workspace the same statement passes, or no row may be written at all")
          .isIn(null, table.mayInsert() ? null : REFUSED);
      assertThat(
              refusal(
                  service, "update %s set %s = '%s'".formatted(table.name(), table.column(), B)))
          .isEqualTo(REFUSED);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nothingOfTheOtherWorkspaceIsChangedOrDeleted(WorkspaceTables.Table table)
      throws SQLException {
    long before = table.rowsOf(B);

    try (Connection service = as(table, A)) {
      String same = "update %1$s set %2$s = %2$s where %2$s = '%3$s'";
      touched(service, same.formatted(table.name(), table.column(), B));
      touched(service, "delete from %s where %s = '%s'".formatted(table.name(), table.column(), B));
      service.commit();
    }

    assertThat(table.rowsOf(B)).isEqualTo(before).isPositive();
  }

  private static void touched(Connection service, String sql) throws SQLException {
    try (var statement = service.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isZero();
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).as(sql).isEqualTo(REFUSED);
      service.rollback();
      bind(service, A);
    }
  }

  private static List<String> rowsOf(Connection service, WorkspaceTables.Table table)
      throws SQLException {
    List<String> workspaces = new ArrayList<>();
    try (var statement = service.createStatement();
        var rows =
            statement.executeQuery("select %s from %s".formatted(table.column(), table.name()))) {
      while (rows.next()) {
        workspaces.add(rows.getString(1));
      }
    }
    return workspaces;
  }

  /// The SQL state of a refusal, null when the statement passed; either way nothing stays of it.
  private static @Nullable String refusal(Connection service, String sql) throws SQLException {
    try (var statement = service.createStatement()) {
      statement.execute(sql);
      return null;
    } catch (SQLException refused) {
      return refused.getSQLState();
    } finally {
      service.rollback();
      bind(service, A);
    }
  }

  private static Connection as(WorkspaceTables.Table table, @Nullable String workspace)
      throws SQLException {
    Connection service = TestDatabase.as(table.role());
    service.setAutoCommit(false);
    if (workspace != null) {
      bind(service, workspace);
    }
    return service;
  }

  private static void bind(Connection service, String workspace) throws SQLException {
    try (var statement = service.createStatement()) {
      statement.execute("select set_config('ciq.workspace', '" + workspace + "', true)");
    }
  }
}
