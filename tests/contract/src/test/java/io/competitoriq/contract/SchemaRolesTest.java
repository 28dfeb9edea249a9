package io.competitoriq.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What each service may reach in the one database, tried as its own role.
class SchemaRolesTest {

  static final List<String> SERVICES =
      List.of("competitors", "crawl", "process", "analysis", "gateway");

  static Stream<Arguments> pairs() {
    return SERVICES.stream()
        .flatMap(
            own ->
                SERVICES.stream()
                    .filter(other -> !other.equals(own))
                    .map(other -> Arguments.of(own, other)));
  }

  @BeforeAll
  static void migrateEverything() {
    TestDatabase.create("crawl");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aServiceCannotReadAnothersSchema(String own, String other) throws SQLException {
    for (String table : tablesOf(other)) {
      assertThatThrownBy(() -> run(own, "select count(*) from " + other + "." + table))
          .as("%s reads %s.%s", own, other, table)
          .hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void aServiceUsesItsOwnSchemaAndTheBroker(String service) throws SQLException {
    for (String table : tablesOf(service)) {
      assertThatCode(() -> run(service, "select count(*) from " + table))
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> run(service, "select count(*) from jobs.job")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void aServiceCannotChangeTheSchemaItWorksIn(String service) {
    assertThatThrownBy(() -> run(service, "create table " + service + ".mine (id int)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> run(service, "set row_security = off; select 1 from " + service + ".x"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void noServiceRoleOwnsAnythingOrMayBypassRowSecurity() {
    assertThat(
            TestDatabase.queryLong(
                """
                select count(*) from pg_roles r where rolname like 'ciq\\_%'
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)\
                """))
        .isZero();
    assertThat(
            TestDatabase.queryLong(
                """
                select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                 where r.rolname like 'ciq\\_%' and r.rolname <> 'ciq_migrator'\
                """))
        .isZero();
  }

  @Test
  void everyBusinessTableKeepsWorkspacesApart() throws SQLException {
    List<String> open =
        query(
            """
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
             where c.relkind in ('r', 'p') and not c.relrowsecurity
               and n.nspname in ('competitors', 'crawl', 'process', 'analysis', 'gateway')\
            """);

    assertThat(open).isEmpty();
  }

  @Test
  void snapshotsAndEvidenceCannotBeRewritten() {
    assertThatThrownBy(() -> run("crawl", "update snapshot set http_status = 0"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run("crawl", "delete from snapshot"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run("crawl", "update exhibit set sha256 = sha256"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run("crawl", "delete from exhibit"))
        .hasMessageContaining("permission denied");
    for (String sql :
        List.of(
            "update release set stored_bytes = 0",
            "delete from release",
            "delete from hold",
            "update blobs.blob set sha256 = sha256",
            "delete from blobs.blob")) {
      assertThatThrownBy(() -> run("crawl", sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void onlyCrawlMayLetABodyGo() {
    String drop = "select blobs.drop_idle(repeat('0', 64), interval '1 day')";
    assertThatCode(() -> run("crawl", drop)).doesNotThrowAnyException();
    for (String other : List.of("process", "analysis", "gateway", "competitors")) {
      assertThatThrownBy(() -> run(other, drop)).hasMessageContaining("permission denied");
    }
  }

  private static List<String> tablesOf(String schema) throws SQLException {
    List<String> tables =
        query(
            "select tablename from pg_tables where schemaname = '"
                + schema
                + "' and tablename <> 'flyway_schema_history'");
    assertThat(tables).as("tables of " + schema).isNotEmpty();
    return tables;
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = TestDatabase.admin();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void run(String service, String sql) throws SQLException {
    try (Connection connection = TestDatabase.as("ciq_" + service);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
