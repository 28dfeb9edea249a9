package io.competitoriq.testkit;

import static java.util.Objects.requireNonNull;

import io.competitoriq.embedded.SharedServers;
import io.competitoriq.schema.Schema;
import io.competitoriq.schema.SchemaMigrator;
import io.competitoriq.schema.SchemaMigrator.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/// One migrated database of its own on the shared server.
///
/// @param servers the servers it lives on
/// @param name the database's name
/// @param role the application role under test
public record TestDatabase(SharedServers servers, String name, String role) {

  static final String SECRET = "a-secret-for-tests-that-is-long-enough-0123456789";
  private static final String PASSWORD = "ciq";
  private static final String URL_PROPERTY = "ciq.test.jdbc-url";

  /// A fresh database with every migration on the class path, for the schema's role.
  public static TestDatabase create(String schema) {
    Path root = Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();
    SharedServers servers = SharedServers.acquire(root.resolve("target/embedded"));
    String name = "test_" + Long.toString(System.nanoTime(), 36);
    var database = new TestDatabase(servers, name, "ciq_" + schema);
    database.prepare();
    System.setProperty(URL_PROPERTY, database.address().jdbcUrl());
    return database;
  }

  /// Past DriverManager: it forgets the driver when a test profile restarts the application.
  private static Connection connect(String url, String user, String password) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    return requireNonNull(new Driver().connect(url, login), url);
  }

  private DatabaseAddress address() {
    return new DatabaseAddress("127.0.0.1", servers.postgresPort(), name, "postgres", "");
  }

  private void prepare() {
    var server =
        new DatabaseAddress("127.0.0.1", servers.postgresPort(), "postgres", "postgres", "");
    try (Connection connection = connect(server.jdbcUrl(), "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException refused) {
      throw new IllegalStateException("no test database: " + refused.getMessage(), refused);
    }
    List<Schema> present =
        Arrays.stream(Schema.values()).filter(TestDatabase::hasMigrations).toList();
    new SchemaMigrator(address(), PASSWORD).migrate(present);
  }

  private static boolean hasMigrations(Schema schema) {
    return Thread.currentThread().getContextClassLoader().getResource("db/" + schema.sqlName())
        != null;
  }

  Map<String, String> configuration() {
    return Map.of(
        "quarkus.datasource.reactive.url",
        String.format(Locale.ROOT, "postgresql://127.0.0.1:%d/%s", servers.postgresPort(), name),
        "quarkus.datasource.username",
        role,
        "quarkus.datasource.password",
        PASSWORD,
        "quarkus.redis.hosts",
        "redis://127.0.0.1:" + servers.redisPort() + "/" + redisNumber(),
        "ciq.service.secret",
        SECRET,
        URL_PROPERTY,
        address().jdbcUrl());
  }

  /// Redis has 16 numbers; 0 is left free for tests that want it. Databases are counted, so that
  /// modules tested side by side have different ones.
  private int redisNumber() {
    return 1
        + (int)
            (queryLong(
                    "select count(*) from pg_database where oid <="
                        + " (select oid from pg_database where datname = current_database())")
                % 15);
  }

  /// A connection as the superuser, past row-level security: for seeding and for looking.
  ///
  /// @throws IllegalStateException when no test of this JVM has a database
  public static Connection admin() {
    String url = System.getProperty(URL_PROPERTY);
    if (url == null) {
      throw new IllegalStateException("annotate the test with @WithEmbeddedServers");
    }
    try {
      return connect(url, "postgres", "");
    } catch (SQLException refused) {
      throw new IllegalStateException("no connection: " + refused.getMessage(), refused);
    }
  }

  /// A connection as any role of the installation.
  public static Connection as(String role) throws SQLException {
    return connect(requireNonNull(System.getProperty(URL_PROPERTY)), role, PASSWORD);
  }

  /// Runs one statement as the superuser.
  public static void execute(String sql) {
    try (Connection connection = admin();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
    }
  }

  /// The first column of the first row, as the driver gives it.
  public static Object queryOne(String sql) {
    try (Connection connection = admin();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row: " + sql);
      }
      return rows.getObject(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
    }
  }

  /// The first column of the first row as a number.
  public static long queryLong(String sql) {
    return ((Number) queryOne(sql)).longValue();
  }
}
