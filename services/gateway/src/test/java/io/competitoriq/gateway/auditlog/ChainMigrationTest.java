package io.competitoriq.gateway.auditlog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/// An installation that has a trail already.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ChainMigrationTest {

  private static final String DATABASE = "trail_before_chains";

  @Test
  void rowsFromBeforeTheChainAreChained() throws SQLException {
    TestDatabase.execute("drop database if exists " + DATABASE);
    TestDatabase.execute("create database " + DATABASE);
    String url =
        requireNonNull(System.getProperty("ciq.test.jdbc-url"))
            .replaceAll("/[^/]+$", "/" + DATABASE);
    execute(url, "create schema gateway authorization ciq_migrator");
    flyway(url).target("003").load().migrate();
    execute(
        url,
        """
        insert into gateway.audit_entry (id, workspace_id, action, address, trace_id, created_at)
        select gen_random_uuid(), case when n % 3 > 0 then ('00000000-0000-0000-0000-00000000000' || n % 3)::uuid end,
               'SIGN_IN', '::1', 't' || n, now()
          from generate_series(1, 30) n\
        """);

    flyway(url).load().migrate();

    var verdict = ChainedTrail.verify(url, List.of());
    assertThat(verdict.printed()).contains("30 rows in 3 chains, 0 broken");
    assertThat(verdict.code()).isEqualTo(VerifyTrail.WHOLE);
  }

  private static FluentConfiguration flyway(String url) {
    return Flyway.configure()
        .dataSource(url, "ciq_migrator", "ciq")
        .schemas("gateway")
        .locations("classpath:db/gateway");
  }

  private static void execute(String url, String sql) throws SQLException {
    var login = new Properties();
    login.setProperty("user", "postgres");
    try (var connection = requireNonNull(new Driver().connect(url, login));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
