package io.competitoriq.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.schema.SchemaMigrator.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/// A PostgreSQL that speaks TLS alone, asked as production asks it (`sslmode=verify-full`): it is
/// known by the authority of its certificate, and by nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifiedDatabaseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private @Nullable EmbeddedPostgres server;
  private String authority = "";
  private String stranger = "";

  private record Address(
      String url, String user, Optional<String> password, Optional<String> authority)
      implements JobsConfig.Database {}

  @BeforeAll
  void startServer() throws Exception {
    var own = DatabaseCertificate.create(folder.resolve("own"), "127.0.0.1");
    authority = own.certificate().toString();
    stranger =
        DatabaseCertificate.create(folder.resolve("stranger"), "127.0.0.1")
            .certificate()
            .toString();
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", authority)
            .setServerConfig("ssl_key_file", own.key().toString())
            .start();
  }

  @AfterAll
  void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theHeartbeatKnowsTheServerByItsAuthority() {
    HeartbeatLine line = line(Optional.of(authority));
    try {
      assertThat(
              line.connection(PATIENCE)
                  .query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                  .executeAndAwait()
                  .iterator()
                  .next()
                  .getBoolean(0))
          .isTrue();
    } finally {
      line.close();
    }
  }

  @Test
  void theHeartbeatTalksToNobodyElse() {
    for (var wrong : new Optional<?>[] {Optional.of(stranger), Optional.empty()}) {
      HeartbeatLine line = line(wrong.map(String.class::cast));
      try {
        assertThatThrownBy(() -> line.connection(PATIENCE)).isInstanceOf(RuntimeException.class);
      } finally {
        line.close();
      }
    }
  }

  @Test
  void theMigrationKnowsItToo() throws SQLException {
    var login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("password", "");

    try (var connection = new Driver().connect(address(authority).jdbcUrl(), login)) {
      assertThat(connection).isNotNull();
    }
    assertThatThrownBy(() -> new Driver().connect(address(stranger).jdbcUrl(), login))
        .isInstanceOf(SQLException.class);
  }

  private DatabaseAddress address(String checkedWith) {
    return new DatabaseAddress(
        "127.0.0.1", port(), "postgres", "postgres", "", "verify-full", checkedWith);
  }

  private HeartbeatLine line(Optional<String> checkedWith) {
    var address =
        new Address(
            "postgresql://127.0.0.1:" + port() + "/postgres?sslmode=verify-full",
            "postgres",
            Optional.of(""),
            checkedWith);
    // Of all its configuration the line reads where the database is.
    var config =
        (JobsConfig)
            Proxy.newProxyInstance(
                JobsConfig.class.getClassLoader(),
                new Class<?>[] {JobsConfig.class},
                (_, method, _) -> {
                  assertThat(method.getName()).isEqualTo("database");
                  return address;
                });
    return new HeartbeatLine(config);
  }

  private int port() {
    return server == null ? 0 : server.getPort();
  }
}
