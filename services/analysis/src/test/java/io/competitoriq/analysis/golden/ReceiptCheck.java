package io.competitoriq.analysis.golden;

import io.competitoriq.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Asks PostgreSQL which stored claims do not open at an existing quote, with the same statement an
/// operator runs on a live database.
///
/// @param claims how many are stored
/// @param broken how many of them cite nothing, something that does not exist, or words that are
///   not there
public record ReceiptCheck(long claims, long broken) {

  private static final Path STATEMENT =
      Path.of(System.getProperty("ciq.bench.receipts", "../../bench/insight/receipts.sql"));

  /// Of these workspaces.
  public static ReceiptCheck run(List<UUID> workspaces) {
    String sql = statement();
    String ids =
        workspaces.stream().map(id -> "'" + id + "'::uuid").collect(Collectors.joining(","));
    String of = "(" + sql + ") r where r.workspace_id in (" + ids + ")";
    return new ReceiptCheck(
        TestDatabase.queryLong("select count(*) from " + of),
        TestDatabase.queryLong("select count(*) from " + of + " and not r.opens"));
  }

  private static String statement() {
    try {
      return Files.readString(STATEMENT)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"))
          .strip()
          .replaceAll(";$", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
