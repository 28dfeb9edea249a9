package io.competitoriq.gateway.auditlog;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `./ciq audit verify [--head FILE]` and `./ciq audit head`: checks the trail from outside the
/// application, with the rights of whoever runs it and its own arithmetic. It reads the tables
/// themselves; no function of the database is asked.
public final class VerifyTrail {

  static final int WHOLE = 0;
  static final int BROKEN = 65;
  private static final int UNREACHABLE = 69;
  private static final int PAGE = 5000;
  private static final long TIMEOUT_SECONDS = 120;
  private static final String HEADS =
      """
      select c.chain, coalesce(h.sequence, 0), coalesce(h.hash, repeat('0', 64)), sum(c.entries)::bigint
        from (select chain, count(*) as entries from gateway.audit_entry group by chain
              union all select chain, 0 from gateway.audit_head) c
        left join gateway.audit_head h on h.chain = c.chain
       group by 1, 2, 3 order by 1\
      """;
  private static final String ROWS =
      "select "
          + SealedEntry.COLUMNS
          + " from gateway.audit_entry where chain = $1 and sequence > $2 and sequence <= $3"
          + " order by sequence limit $4";

  /// The door's chain, which is followed as well, says which chains went with their workspace.
  private static final String ERASED =
      """
      select substr(subject, 11)::uuid from gateway.audit_entry
       where chain = '00000000-0000-0000-0000-000000000000' and action = 'WORKSPACE_ERASED'\
      """;

  private final PgConnection database;
  private final PrintStream out;

  private VerifyTrail(PgConnection database, PrintStream out) {
    this.database = database;
    this.out = out;
  }

  /// @param arguments `verify`, `verify FILE` or `head`; the database is named by `CIQ_DB_HOST`,
  ///   `CIQ_DB_PORT`, `CIQ_DB_NAME`, `CIQ_DB_ADMIN_USER` and `CIQ_DB_ADMIN_PASSWORD`
  public static void main(String[] arguments) throws IOException {
    var env = System.getenv();
    var address =
        new PgConnectOptions()
            .setHost(env.getOrDefault("CIQ_DB_HOST", "127.0.0.1"))
            .setPort(Integer.parseInt(env.getOrDefault("CIQ_DB_PORT", "5432")))
            .setDatabase(env.getOrDefault("CIQ_DB_NAME", "competitoriq"))
            .setUser(env.getOrDefault("CIQ_DB_ADMIN_USER", "postgres"))
            .setPassword(env.getOrDefault("CIQ_DB_ADMIN_PASSWORD", ""));
    List<ChainHead> anchors = new ArrayList<>();
    if (arguments.length > 1) {
      try (var lines = Files.lines(Path.of(arguments[1]))) {
        lines.filter(line -> !line.isBlank()).map(ChainHead::parse).forEach(anchors::add);
      }
    }
    boolean headsOnly = arguments.length > 0 && arguments[0].equals("head");
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(address, headsOnly, anchors, out));
  }

  static int run(
      PgConnectOptions address, boolean headsOnly, List<ChainHead> anchors, PrintStream out) {
    Vertx vertx = Vertx.vertx();
    try {
      var trail = new VerifyTrail(await(PgConnection.connect(vertx, address)), out);
      return headsOnly ? trail.printHeads() : trail.verify(anchors);
    } catch (ExecutionException | TimeoutException failed) {
      out.println("The trail cannot be read: " + failed.getMessage());
      return UNREACHABLE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return UNREACHABLE;
    } finally {
      vertx.close();
    }
  }

  private record Known(ChainHead head, long entries) {}

  private int printHeads() throws ExecutionException, TimeoutException, InterruptedException {
    heads().forEach(known -> out.println(known.head));
    return WHOLE;
  }

  private int verify(List<ChainHead> anchors)
      throws ExecutionException, TimeoutException, InterruptedException {
    long begin = System.nanoTime();
    List<Known> chains = new ArrayList<>(heads());
    Set<UUID> erased = erased();
    for (ChainHead anchor : anchors) {
      boolean known = chains.stream().anyMatch(chain -> chain.head.chain().equals(anchor.chain()));
      if (!known && erased.contains(anchor.chain())) {
        out.println(anchor.chain() + ": erased with its workspace");
      } else if (!known) {
        chains.add(new Known(new ChainHead(anchor.chain(), 0, SealedEntry.NO_HASH), 0));
      }
    }
    long rows = 0;
    int broken = 0;
    for (Known known : chains) {
      ChainCheck.Result result = follow(known, anchors);
      rows += result.rows();
      broken += result.firstBreak().isPresent() ? 1 : 0;
      print(result);
    }
    out.printf(
        "%d rows in %d chains, %d broken, %d saved heads, %.1f s%n",
        rows, chains.size(), broken, anchors.size(), (System.nanoTime() - begin) / 1e9);
    return broken == 0 ? WHOLE : BROKEN;
  }

  private void print(ChainCheck.Result result) {
    UUID chain = result.head().chain();
    String name = chain.equals(SealedEntry.DOOR) ? "door" : chain.toString();
    String verdict =
        result
            .firstBreak()
            .map(
                found ->
                    "BROKEN at %d: %s, %s"
                        .formatted(found.sequence(), found.fault(), found.detail()))
            .orElse("whole");
    out.printf(
        "%s: %d rows, %d with something forgotten, %s%n",
        name, result.rows(), result.forgotten(), verdict);
  }

  private Set<UUID> erased() throws ExecutionException, TimeoutException, InterruptedException {
    Set<UUID> erased = new HashSet<>();
    for (Row row : await(database.query(ERASED).execute())) {
      erased.add(row.getUUID(0));
    }
    return erased;
  }

  private List<Known> heads() throws ExecutionException, TimeoutException, InterruptedException {
    List<Known> heads = new ArrayList<>();
    for (Row row : await(database.query(HEADS).execute())) {
      heads.add(
          new Known(
              new ChainHead(row.getUUID(0), row.getLong(1), row.getString(2)), row.getLong(3)));
    }
    return heads;
  }

  private ChainCheck.Result follow(Known known, List<ChainHead> anchors)
      throws ExecutionException, TimeoutException, InterruptedException {
    ChainHead head = known.head;
    var check =
        new ChainCheck(
            head,
            known.entries,
            anchors.stream().filter(anchor -> anchor.chain().equals(head.chain())).toList());
    boolean more = true;
    while (more) {
      RowSet<Row> rows =
          await(
              database
                  .preparedQuery(ROWS)
                  .execute(Tuple.of(head.chain(), check.sequence(), head.sequence(), PAGE)));
      more = rows.size() == PAGE;
      for (Row row : rows) {
        more &= check.accept(SealedEntry.of(values(row)));
      }
    }
    return check.result();
  }

  private static Object[] values(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getValue(i);
    }
    return values;
  }

  private static <T> T await(Future<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
