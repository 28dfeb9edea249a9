package io.competitoriq.local.stack;

import io.competitoriq.embedded.EmbeddedServers;
import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Refusal;
import io.competitoriq.schema.Schema;
import io.competitoriq.schema.SchemaMigrator;
import io.competitoriq.schema.SchemaMigrator.DatabaseAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// PostgreSQL and Redis with this stack's data, the database in the shape this build expects.
final class DataServers implements AutoCloseable {

  static final String DATABASE = "competitoriq";
  private static final String PASSWORD = "ciq";

  private final EmbeddedServers servers;

  private DataServers(EmbeddedServers servers) {
    this.servers = servers;
  }

  /// Starts both and migrates.
  ///
  /// @throws Refusal when one does not start or the database refuses
  static DataServers start(LocalConfig config, Progress progress) {
    try {
      EmbeddedServers servers =
          EmbeddedServers.start(
              new EmbeddedServers.Settings(
                  config.data(),
                  config.shared().resolve("servers"),
                  config.ports().postgres(),
                  config.ports().redis(),
                  true));
      progress.say(
          "PostgreSQL on %d, Redis on %d".formatted(servers.postgresPort(), servers.redisPort()));
      DataServers started = new DataServers(servers);
      new MigrationMark(config)
          .unlessMade(
              () -> {
                int applied = started.migrate(DATABASE);
                progress.say(
                    applied == 0
                        ? "database is up to date"
                        : applied + " migrations applied to the database");
              });
      return started;
    } catch (IOException | SQLException | IllegalStateException failed) {
      throw new Refusal(
          "The database servers do not start (%s): see %s."
              .formatted(failed.getMessage(), config.logs().resolve("servers.log")),
          failed);
    }
  }

  /// Creates the database unless it is there and brings every schema up to date.
  ///
  /// @return how many migrations were applied
  int migrate(String database) throws SQLException {
    servers.createDatabase(database);
    DatabaseAddress address =
        new DatabaseAddress("127.0.0.1", servers.postgresPort(), database, "postgres", "postgres");
    return new SchemaMigrator(address, PASSWORD).migrate(List.of(Schema.values()));
  }

  /// Deletes a database and whoever is still connected to it.
  void drop(String database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/postgres",
                "postgres",
                "");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"" + database + "\" with (force)");
    }
  }

  String databaseUrl(String database) {
    return "postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database;
  }

  String redisUrl(int index) {
    return "redis://127.0.0.1:" + servers.redisPort() + "/" + index;
  }

  /// Redis is a child of the launcher; nobody else knows its process.
  static Optional<ProcessHandle> redisProcess() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").contains("redis-server"))
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    servers.close();
  }
}
