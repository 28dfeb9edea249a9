package io.competitoriq.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/// Brings a database to the shape this build expects: roles, schemas, privileges, then Flyway per
/// schema from the class path folder `db/<schema>`. Running it again changes nothing.
public final class SchemaMigrator {

  /// Owns every object; the services never connect as it.
  public static final String OWNER = "ciq_migrator";

  private final DatabaseAddress database;
  private final String rolePassword;

  /// @param database address with a role that may create roles and schemas
  /// @param rolePassword password given to the owner and to the services' roles
  public SchemaMigrator(DatabaseAddress database, String rolePassword) {
    this.database = database;
    this.rolePassword = rolePassword;
  }

  /// Migrates the given schemas in their own order.
  ///
  /// @return number of migrations applied by this call
  /// @throws IllegalStateException when the database refuses; nothing of the failing migration
  ///   stays
  public int migrate(Collection<Schema> schemas) {
    try (Connection connection = database.connect()) {
      prepare(connection, schemas);
    } catch (SQLException refused) {
      throw new IllegalStateException(
          "The database refused to create roles and schemas: " + refused.getMessage(), refused);
    }
    int applied = 0;
    for (Schema schema : Schema.values()) {
      if (schemas.contains(schema)) {
        applied += flyway(schema).migrate().migrationsExecuted;
      }
    }
    return applied;
  }

  private Flyway flyway(Schema schema) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), OWNER, rolePassword)
        .schemas(schema.sqlName())
        .locations("classpath:db/" + schema.sqlName())
        .failOnMissingLocations(true)
        // Its lock held in a transaction would be waited for by an index that is built
        // concurrently.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .load();
  }

  private void prepare(Connection connection, Collection<Schema> schemas) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // Several migrators of one database may start at once.
      statement.execute("select pg_advisory_xact_lock(723910451)");
      // Of PostgreSQL's own collection, and trusted: who may create schemas may create it.
      statement.execute("create extension if not exists pg_trgm schema public");
      for (String role : roles(schemas)) {
        statement.execute(createRole(role));
      }
      statement.execute(
          "grant connect on database \"" + connection.getCatalog() + "\" to " + OWNER);
      for (Schema schema : schemas) {
        for (String sql : grants(schema)) {
          statement.execute(sql);
        }
        if (schema.isService()) {
          // Native SQL of a service finds its own tables without naming the schema.
          statement.execute(
              "alter role ciq_%s in database \"%s\" set search_path = %s, public"
                  .formatted(schema.sqlName(), connection.getCatalog(), schema.sqlName()));
        }
      }
      connection.commit();
    }
  }

  private static Set<String> roles(Collection<Schema> schemas) {
    Set<String> roles = new LinkedHashSet<>(List.of(OWNER));
    schemas.forEach(schema -> roles.addAll(schema.roles()));
    return roles;
  }

  private String createRole(String role) {
    String password = rolePassword.replace("'", "''");
    return """
        do $role$ begin
          create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
        exception when duplicate_object or unique_violation then null;
        end $role$;
        do $password$ begin
          alter role %1$s password '%2$s';
        exception when internal_error then null; -- another migrator sets the same one right now
        end $password$\
        """
        .formatted(role, password);
  }

  private static List<String> grants(Schema schema) {
    List<String> sql = new ArrayList<>();
    String name = schema.sqlName();
    sql.add("create schema if not exists %s authorization %s".formatted(name, OWNER));
    for (String role : schema.roles()) {
      sql.add("grant usage on schema %s to %s".formatted(name, role));
      String defaults = "alter default privileges for role %s in schema %s ".formatted(OWNER, name);
      sql.add(defaults + "grant %s on tables to %s".formatted(schema.privileges(), role));
      sql.add(defaults + "grant usage on sequences to " + role);
      sql.add(defaults + "grant execute on functions to " + role);
    }
    sql.add(
        "alter default privileges for role %s in schema %s revoke execute on functions from public"
            .formatted(OWNER, name));
    return sql;
  }

  /// Where the database is and who may prepare it.
  ///
  /// @param host name or address
  /// @param port 1..65535
  /// @param user a role that may create roles and schemas
  /// @param sslMode as libpq's `sslmode`
  /// @param authority PEM file that the server's certificate is checked with; empty: the mode
  ///   checks none
  public record DatabaseAddress(
      String host,
      int port,
      String database,
      String user,
      String password,
      String sslMode,
      String authority) {

    /// With TLS where the server offers it.
    public DatabaseAddress(String host, int port, String database, String user, String password) {
      this(host, port, database, user, password, "prefer", "");
    }

    public String jdbcUrl() {
      String checked = authority.isEmpty() ? "" : "&sslrootcert=" + authority;
      return String.format(
          Locale.ROOT,
          "jdbc:postgresql://%s:%d/%s?sslmode=%s%s",
          host,
          port,
          database,
          sslMode,
          checked);
    }

    Connection connect() throws SQLException {
      // Past DriverManager, which forgets the driver when a test restarts the application around
      // us.
      Properties login = new Properties();
      login.setProperty("user", user);
      login.setProperty("password", password);
      return Objects.requireNonNull(new Driver().connect(jdbcUrl(), login), "connection");
    }
  }

  /// Migrates the database named by `CIQ_DB_HOST`, `CIQ_DB_PORT`, `CIQ_DB_NAME`,
  /// `CIQ_DB_ADMIN_USER`, `CIQ_DB_ADMIN_PASSWORD`, `CIQ_DB_SSL_MODE`, `CIQ_DB_CA` and
  /// `CIQ_DB_PASSWORD`: what a deployment runs before its services.
  public static void main(String[] args) {
    var env = System.getenv();
    var address =
        new DatabaseAddress(
            env.getOrDefault("CIQ_DB_HOST", "127.0.0.1"),
            Integer.parseInt(env.getOrDefault("CIQ_DB_PORT", "5432")),
            env.getOrDefault("CIQ_DB_NAME", "competitoriq"),
            env.getOrDefault("CIQ_DB_ADMIN_USER", "postgres"),
            env.getOrDefault("CIQ_DB_ADMIN_PASSWORD", ""),
            env.getOrDefault("CIQ_DB_SSL_MODE", "prefer"),
            env.getOrDefault("CIQ_DB_CA", ""));
    new SchemaMigrator(address, env.getOrDefault("CIQ_DB_PASSWORD", "ciq"))
        .migrate(List.of(Schema.values()));
  }
}
