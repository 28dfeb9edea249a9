package io.competitoriq.bench.queue;

import static java.util.Objects.requireNonNull;

import io.competitoriq.embedded.EmbeddedServers;
import io.competitoriq.schema.Schema;
import io.competitoriq.schema.SchemaMigrator;
import io.competitoriq.schema.SchemaMigrator.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import redis.embedded.RedisServer;

/// The servers of one run, in a folder of their own: PostgreSQL that keeps its promises, a Redis
/// that keeps nothing, and for the durable peer one that keeps every command.
final class Stack implements AutoCloseable {

  private static final String PASSWORD = "ciq";
  private static final String LEDGER = "ledger";

  private final EmbeddedServers servers;
  private final RedisServer keeping;
  private final RedisProbe redis;
  private final RedisProbe keepingRedis;
  private final List<Child> children = new ArrayList<>();
  private boolean closed;

  Stack(Path folder, Path binaries) throws IOException, SQLException {
    servers =
        EmbeddedServers.start(
            new EmbeddedServers.Settings(folder.resolve("servers"), binaries, 0, 0, true));
    redis = new RedisProbe(servers.redisPort());
    int port = freePort();
    keeping = keepingServer(Files.createDirectories(folder.resolve("appendonly")), port);
    keeping.start();
    keepingRedis = new RedisProbe(port);
    migrate(LEDGER);
  }

  private static RedisServer keepingServer(Path folder, int port) throws IOException {
    return RedisServer.builder()
        .bind("127.0.0.1")
        .port(port)
        .setting("save \"\"")
        .setting("appendonly yes")
        .setting("appendfsync always")
        .setting("dir " + folder.toAbsolutePath())
        .build();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  RedisProbe redis() {
    return redis;
  }

  RedisProbe keepingRedis() {
    return keepingRedis;
  }

  /// A fresh ledger of its own.
  void migrate(String database) throws SQLException {
    servers.createDatabase(database);
    new SchemaMigrator(
            new DatabaseAddress("127.0.0.1", servers.postgresPort(), database, "postgres", ""),
            PASSWORD)
        .migrate(Arrays.asList(Schema.JOBS));
    execute(
        database,
        """
        create table jobs.bench_effect (jobId bigint primary key, workspaceId uuid not null);
        alter table jobs.bench_effect enable row level security;
        create policy own on jobs.bench_effect
          using (workspaceId = cast(nullif(current_setting('ciq.workspace', true), '') as uuid));
        grant select, insert on jobs.bench_effect to ciq_crawl
        """);
  }

  Connection connect(String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", "postgres");
    String url = "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database;
    return requireNonNull(new Driver().connect(url, login), url);
  }

  Connection connect() throws SQLException {
    return connect(LEDGER);
  }

  void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Finished jobs of the last phase must not weigh on the next one.
  void emptyLedger() throws SQLException {
    execute(LEDGER, "truncate jobs.job, jobs.job_start, jobs.bench_effect; checkpoint");
  }

  /// Processor time of the database's processes so far, in microseconds; ended ones are missing.
  double postgresCpuMicros() throws IOException, SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select pid from pg_stat_activity where pid <> pg_backend_pid()")) {
      double sum = 0;
      while (rows.next()) {
        sum += Processes.cpuMicros(rows.getLong(1));
      }
      return sum;
    }
  }

  /// Starts an agent of our engine on the shared ledger.
  Child agent(int redisNumber, Map<String, String> settings) throws IOException {
    return agent(LEDGER, redisNumber, settings);
  }

  Child agent(String database, int redisNumber, Map<String, String> settings) throws IOException {
    List<String> program = new ArrayList<>(Processes.java());
    settings.forEach((name, value) -> program.add("-D" + name + "=" + value));
    program.addAll(List.of("-jar", Processes.application().toString()));
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "CIQ_DB_URL", "postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database);
    environment.put("CIQ_REDIS_URL", "redis://127.0.0.1:" + redis.port() + "/" + redisNumber);
    return kept(new Child(program, environment));
  }

  /// Starts a process of BullMQ.
  Child bullMq(RedisProbe on) throws IOException {
    Path script = Processes.home().resolve("bullmq.mjs");
    String database =
        "postgresql://ciq_crawl:"
            + PASSWORD
            + "@127.0.0.1:"
            + servers.postgresPort()
            + "/"
            + LEDGER;
    return kept(
        new Child(
            List.of("node", script.toString(), String.valueOf(on.port()), database), Map.of()));
  }

  private Child kept(Child child) {
    children.add(child);
    return child;
  }

  /// For an interrupted run; closing twice is harmless.
  void closeQuietly() {
    try {
      close();
    } catch (IOException failed) {
      System.err.println("not stopped in order: " + failed.getMessage());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      for (Child child : children) {
        child.close();
      }
    } finally {
      keeping.stop();
      servers.close();
    }
  }
}
