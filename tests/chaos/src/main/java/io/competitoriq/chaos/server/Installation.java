package io.competitoriq.chaos.server;

import io.competitoriq.embedded.EmbeddedServers;
import io.competitoriq.schema.Schema;
import io.competitoriq.schema.SchemaMigrator;
import io.competitoriq.schema.SchemaMigrator.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;

/// The two servers' programs and one prepared database, not running yet.
///
/// @param postgres the server's program
/// @param data the folder of its data
/// @param postgresPort where it listens on 127.0.0.1, the same after every restart
/// @param redisPort the same for Redis
public record Installation(Path postgres, Path data, int postgresPort, int redisPort) {

  static final String DATABASE = "competitoriq";

  /// Unpacks the programs, makes a database with the engine's schema and the tables of the harness.
  ///
  /// @param folder for this run's data
  /// @param binaries kept from run to run
  public static Installation prepare(Path folder, Path binaries) throws IOException, SQLException {
    var settings = new EmbeddedServers.Settings(folder, binaries, 0, 0, false);
    try (EmbeddedServers servers = EmbeddedServers.start(settings)) {
      servers.createDatabase(DATABASE);
      var address =
          new DatabaseAddress("127.0.0.1", servers.postgresPort(), DATABASE, "postgres", "");
      new SchemaMigrator(address, "ciq").migrate(List.of(Schema.JOBS));
      try (Connection connection = connect(servers.postgresPort());
          Statement statement = connection.createStatement()) {
        statement.execute(harnessTables());
      }
      return new Installation(
          program(binaries),
          folder.resolve("pgdata").toAbsolutePath(),
          servers.postgresPort(),
          servers.redisPort());
    }
  }

  static Connection connect(int port) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("connectTimeout", "5");
    login.setProperty("socketTimeout", "120");
    Connection connection =
        new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, login);
    if (connection == null) {
      throw new SQLException("no connection");
    }
    return connection;
  }

  private static Path program(Path binaries) throws IOException {
    try (Stream<Path> found = Files.walk(binaries, 3)) {
      return found
          .filter(path -> path.endsWith("bin/postgres"))
          .findFirst()
          .orElseThrow(() -> new IOException("no postgres below " + binaries))
          .toAbsolutePath();
    }
  }

  private static String harnessTables() throws IOException {
    try (InputStream in = Installation.class.getResourceAsStream("/chaos.sql")) {
      if (in == null) {
        throw new IOException("no chaos.sql");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
