package io.competitoriq.chaos.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The servers of one run.
///
/// @param folder of the run: data, logs, records
public record Servers(Postgres postgres, RedisProcess redis, Path folder) implements AutoCloseable {

  /// Prepares and starts both.
  ///
  /// @param binaries PostgreSQL's programs, kept from run to run
  public static Servers start(Path folder, Path binaries) throws IOException, SQLException {
    Files.createDirectories(folder);
    Installation installation = Installation.prepare(folder, binaries);
    Servers servers =
        new Servers(
            new Postgres(installation, folder),
            new RedisProcess(installation.redisPort(), folder),
            folder);
    try {
      servers.postgres.start();
      servers.redis.start();
      return servers;
    } catch (IOException | RuntimeException failed) {
      servers.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
  }
}
