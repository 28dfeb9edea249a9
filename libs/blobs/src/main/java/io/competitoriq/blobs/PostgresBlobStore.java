package io.competitoriq.blobs;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.hibernate.reactive.mutiny.Mutiny;

/// Bodies in the table `blobs.blob`, so that one backup covers everything.
@ApplicationScoped
class PostgresBlobStore implements BlobStore {
  private static final String TOUCH = "select blobs.touch($1)";
  private static final String INSERT =
      "insert into blobs.blob (sha256, body, raw_bytes) values ($1, $2, $3) on conflict (sha256) do nothing";
  private static final String SELECT = "select body, raw_bytes from blobs.blob where sha256 = $1";

  private final Vertx vertx;
  private final Pool pool;

  PostgresBlobStore(Vertx vertx, Pool pool) {
    this.vertx = vertx;
    this.pool = pool;
  }

  @Override
  public Uni<String> put(byte[] body) {
    return onWorker(() -> Packed.of(body)).call(this::insertOnce).map(Packed::sha256);
  }

  @Override
  public Uni<byte[]> get(String sha256) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(sha256))
        .map(rows -> stored(sha256, rows))
        .chain(packed -> onWorker(packed::unpack));
  }

  @Override
  public Uni<Boolean> touch(Mutiny.Session tx, String sha256) {
    return SessionSql.of(tx).select(TOUCH, sha256).map(rows -> (Boolean) rows.getFirst()[0]);
  }

  /// Touches first: a body that is there already, the common case, is not sent again.
  private Uni<RowSet<Row>> insertOnce(Packed packed) {
    return pool.preparedQuery(TOUCH)
        .execute(Tuple.of(packed.sha256()))
        .chain(
            found ->
                found.iterator().next().getBoolean(0)
                    ? Uni.createFrom().item(found)
                    : insert(packed));
  }

  private Uni<RowSet<Row>> insert(Packed packed) {
    return pool.preparedQuery(INSERT)
        .execute(Tuple.of(packed.sha256(), packed.body(), packed.rawBytes()));
  }

  private static Packed stored(String sha256, RowSet<Row> rows) {
    for (Row row : rows) {
      return new Packed(sha256, row.get(Buffer.class, "body"), row.getInteger("raw_bytes"));
    }
    throw new BlobMissing(sha256);
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail));
  }
}
