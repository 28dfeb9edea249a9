package io.competitoriq.tables;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/// Streams tables: a page is asked for when the one before is on its way, so a reader who is slow
/// slows the asking down, and no table is too long.
@ApplicationScoped
public class Tables {

  private final Vertx vertx;

  Tables(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Some rows.
  ///
  /// @param next where the page after this one begins; null on the last one
  public record Rows<R>(List<R> rows, @Nullable String next) {}

  /// The answer to a request for a table.
  ///
  /// @param page answers the rows after a place, from the beginning for null
  public <R> RestMulti<byte[]> stream(
      Export<R> export, Function<@Nullable String, Uni<Rows<R>>> page) {
    TableWriter<R> writer = TableWriter.of(export);
    Multi<byte[]> all =
        Multi.createBy()
            .concatenating()
            .streams(
                piece(writer::head),
                pages(page)
                    .onItem()
                    .transformToUniAndConcatenate(rows -> work(() -> writer.rows(rows))),
                piece(writer::tail));
    return RestMulti.fromMultiData(all.filter(bytes -> bytes.length > 0))
        .header("Content-Type", export.format().mediaType())
        .header("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static <R> Multi<List<R>> pages(Function<@Nullable String, Uni<Rows<R>>> page) {
    AtomicReference<@Nullable String> place = new AtomicReference<>();
    return Multi.createBy()
        .repeating()
        .uni(() -> Uni.createFrom().deferred(() -> page.apply(place.get())))
        .whilst(
            rows -> {
              place.set(rows.next());
              return rows.next() != null;
            })
        .map(Rows::rows);
  }

  private Multi<byte[]> piece(Callable<byte[]> work) {
    return work(work).toMulti();
  }

  /// Writing and compressing take long enough to leave the event loop.
  private Uni<byte[]> work(Callable<byte[]> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail));
  }
}
