package io.competitoriq.gateway.erasure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `./ciq erase person EMAIL`: erases a person's account on the operator's word, as the person
/// themselves could, with the rights of whoever runs it. One transaction over all schemas, through
/// the functions each service has for it.
public final class ErasePerson {

  static final int ERASED = 0;
  static final int REFUSED = 65;
  static final int UNKNOWN = 67;
  private static final int UNREACHABLE = 69;
  private static final long TIMEOUT_SECONDS = 120;
  private static final String ACCOUNT = "select id from gateway.account where email = $1";
  private static final String PLACES =
      "select workspace_id, id from gateway.member where account_id = $1 order by workspace_id";
  private static final String BIND = "select set_config('ciq.workspace', $1, true)";
  private static final String FORGET = "select analysis.forget_person($1, $2)";
  private static final String ERASE =
      "select verdict, workspace_name from gateway.erase_account($1, 'operator', $2)";

  private final PgConnection database;
  private final PrintStream out;

  private ErasePerson(PgConnection database, PrintStream out) {
    this.database = database;
    this.out = out;
  }

  /// @param arguments the address; the database is named by `CIQ_DB_HOST`, `CIQ_DB_PORT`,
  ///   `CIQ_DB_NAME`, `CIQ_DB_ADMIN_USER` and `CIQ_DB_ADMIN_PASSWORD`
  public static void main(String[] arguments) {
    var env = System.getenv();
    var address =
        new PgConnectOptions()
            .setHost(env.getOrDefault("CIQ_DB_HOST", "127.0.0.1"))
            .setPort(Integer.parseInt(env.getOrDefault("CIQ_DB_PORT", "5432")))
            .setDatabase(env.getOrDefault("CIQ_DB_NAME", "competitoriq"))
            .setUser(env.getOrDefault("CIQ_DB_ADMIN_USER", "postgres"))
            .setPassword(env.getOrDefault("CIQ_DB_ADMIN_PASSWORD", ""));
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(address, arguments[0], out));
  }

  static int run(PgConnectOptions address, String email, PrintStream out) {
    Vertx vertx = Vertx.vertx();
    try {
      var database = await(PgConnection.connect(vertx, address));
      return new ErasePerson(database, out).erase(email.strip().toLowerCase(Locale.ROOT));
    } catch (ExecutionException | TimeoutException failed) {
      out.println("Nobody was erased: " + failed.getMessage());
      return UNREACHABLE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return UNREACHABLE;
    } finally {
      vertx.close();
    }
  }

  private int erase(String email)
      throws ExecutionException, TimeoutException, InterruptedException {
    Transaction transaction = await(database.begin());
    RowSet<Row> found = await(database.preparedQuery(ACCOUNT).execute(Tuple.of(email)));
    if (found.size() == 0) {
      out.println("Nobody here has that address.");
      return UNKNOWN;
    }
    UUID account = found.iterator().next().getUUID(0);
    for (Row place : await(database.preparedQuery(PLACES).execute(Tuple.of(account)))) {
      await(database.preparedQuery(BIND).execute(Tuple.of(place.getUUID(0).toString())));
      await(database.preparedQuery(FORGET).execute(Tuple.of(place.getUUID(1), email)));
    }
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    Row verdict =
        await(database.preparedQuery(ERASE).execute(Tuple.of(account, now))).iterator().next();
    switch (String.valueOf(verdict.getString(0))) {
      case "OK" -> {
        await(transaction.commit());
        out.println("Erased. What they wrote stays, under nobody's name.");
        return ERASED;
      }
      case "LAST_OWNER" ->
          out.printf(
              "They are the only owner of \"%s\". Somebody else must become one first, or the"
                  + " workspace be erased.%n",
              verdict.getString(1));
      case "LAST_QUEUE_ADMIN" ->
          out.println(
              "They are the last who may operate the job queues. Grant somebody else the right first.");
      default -> out.println("They are gone already.");
    }
    await(transaction.rollback());
    return REFUSED;
  }

  private static <T> T await(Future<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
