package io.competitoriq.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import redis.embedded.RedisServer;

/// One PostgreSQL and one Redis, bound to 127.0.0.1, in a folder that may be kept.
public final class EmbeddedServers implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final RedisServer redis;
  private final int redisPort;

  private EmbeddedServers(EmbeddedPostgres postgres, RedisServer redis, int redisPort) {
    this.postgres = postgres;
    this.redis = redis;
    this.redisPort = redisPort;
  }

  /// How the servers are run.
  ///
  /// @param folder where the database's files live
  /// @param binaries where the servers' programs are unpacked, shared by all folders of one user
  /// @param postgresPort 0 for any free port
  /// @param redisPort 0 for any free port
  /// @param durable false only for tests: a crash of the machine may then lose data
  public record Settings(
      Path folder, Path binaries, int postgresPort, int redisPort, boolean durable) {}

  /// Starts both servers and returns when they answer.
  ///
  /// @throws IOException when a server does not start; nothing is left running then
  public static EmbeddedServers start(Settings settings) throws IOException {
    Files.createDirectories(settings.folder());
    Files.createDirectories(settings.binaries());
    EmbeddedPostgres postgres = startPostgres(settings);
    try {
      int redisPort = settings.redisPort() == 0 ? freePort() : settings.redisPort();
      RedisServer redis = startRedis(settings.folder(), redisPort);
      return new EmbeddedServers(postgres, redis, redisPort);
    } catch (IOException | RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  private static EmbeddedPostgres startPostgres(Settings settings) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(settings.binaries().toFile())
            .setDataDirectory(settings.folder().resolve("pgdata"))
            .setCleanDataDirectory(false)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "64MB")
            .setServerConfig("max_wal_size", "256MB")
            // No laptop has a disk that turns; with the default whole tables are read for a page of
            // rows.
            .setServerConfig("random_page_cost", "1.1")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("log_min_messages", "warning")
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .setPGStartupWait(Duration.ofSeconds(60));
    if (settings.postgresPort() != 0) {
      builder.setPort(settings.postgresPort());
    }
    if (!settings.durable()) {
      builder
          .setServerConfig("fsync", "off")
          .setServerConfig("synchronous_commit", "off")
          .setServerConfig("full_page_writes", "off");
    }
    return builder.start();
  }

  /// Redis is ephemeral by contract (ADR 1), so it never writes to disk.
  private static RedisServer startRedis(Path folder, int port) throws IOException {
    RedisServer redis =
        RedisServer.builder()
            .bind("127.0.0.1")
            .port(port)
            .setting("save \"\"")
            .setting("appendonly no")
            .setting("dir " + folder.toAbsolutePath())
            .build();
    redis.start();
    return redis;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int postgresPort() {
    return postgres.getPort();
  }

  public int redisPort() {
    return redisPort;
  }

  /// Creates the database unless it is there.
  public void createDatabase(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
      if (!found.next()) {
        statement.execute("create database \"" + name + "\"");
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      redis.stop();
    } finally {
      postgres.close();
    }
  }
}
