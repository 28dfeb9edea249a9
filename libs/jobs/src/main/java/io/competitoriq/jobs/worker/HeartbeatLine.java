package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobsConfig;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The heartbeat's connection to PostgreSQL on an event loop that serves nothing else: a handler
/// that blocks the shared ones by mistake still keeps its lease.
@ApplicationScoped
class HeartbeatLine {

  private static final Logger LOG = Logger.getLogger(HeartbeatLine.class);

  private final JobsConfig.Database database;
  private final AtomicReference<@Nullable Vertx> loop = new AtomicReference<>();
  private final AtomicReference<@Nullable SqlConnection> connection = new AtomicReference<>();

  HeartbeatLine(JobsConfig config) {
    this.database = config.database();
  }

  /// The open connection, or a new one within `patience`. One thread at a time.
  SqlConnection connection(Duration patience) {
    SqlConnection open = connection.get();
    if (open == null) {
      open = open(patience);
      connection.set(open);
    }
    return open;
  }

  /// A connection that comes too late belongs to nobody and is closed.
  private SqlConnection open(Duration patience) {
    CompletableFuture<PgConnection> opening =
        PgConnection.connect(loop(), options()).subscribeAsCompletionStage();
    try {
      return Uni.createFrom().completionStage(opening.copy()).await().atMost(patience);
    } catch (TimeoutException late) {
      opening.thenAccept(HeartbeatLine::close);
      throw late;
    }
  }

  private static void close(SqlConnection unwanted) {
    unwanted.close().subscribe().with(_ -> {}, failure -> LOG.debugf("closing: %s", failure));
  }

  /// The next beat opens a new connection; a broken one is not worth asking.
  void drop() {
    SqlConnection old = connection.getAndSet(null);
    if (old != null) {
      close(old);
    }
  }

  void close() {
    drop();
    Vertx old = loop.getAndSet(null);
    if (old != null) {
      old.close().subscribe().with(_ -> {}, failure -> LOG.debugf("closing: %s", failure));
    }
  }

  private Vertx loop() {
    Vertx open = loop.get();
    if (open == null) {
      var files =
          new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
      open =
          Vertx.vertx(
              new VertxOptions()
                  .setEventLoopPoolSize(1)
                  .setWorkerPoolSize(1)
                  .setInternalBlockingPoolSize(1)
                  .setFileSystemOptions(files));
      loop.set(open);
    }
    return open;
  }

  private PgConnectOptions options() {
    PgConnectOptions options = PgConnectOptions.fromUri(database.url()).setUser(database.user());
    database.password().ifPresent(options::setPassword);
    if (options.getSslMode() == SslMode.VERIFY_FULL) {
      options.setHostnameVerificationAlgorithm("HTTPS");
    }
    database
        .authority()
        .ifPresent(file -> options.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
    return options;
  }
}
