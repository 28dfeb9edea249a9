package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/// Remembers inside the database's own folder which build last migrated it. Asking Flyway seven
/// times whether there is anything to do would cost each start a second.
final class MigrationMark {

  /// Work that talks to the database.
  interface Migration {
    void run() throws SQLException;
  }

  private final Path file;

  MigrationMark(LocalConfig config) {
    this.file = config.data().resolve("pgdata/ciq-migrated-by");
  }

  /// Runs the migration unless exactly this build has done so before.
  void unlessMade(Migration migration) throws SQLException, IOException {
    String build = build();
    if (Files.exists(file) && Files.readString(file).equals(build)) {
      return;
    }
    migration.run();
    Files.writeString(file, build);
  }

  /// Every archive and folder this launcher was started with, by size and time.
  private static String build() throws IOException {
    StringBuilder build = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        build.append(entry).append(Files.size(path)).append(Files.getLastModifiedTime(path));
      } else {
        // A folder's time says nothing of its files: never the same build.
        build.append(UUID.randomUUID());
      }
    }
    return UUID.nameUUIDFromBytes(build.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
