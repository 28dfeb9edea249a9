package io.competitoriq.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.competitoriq.testkit.FrozenProcesses;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
class VigilantPoolTest {

  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final long PATIENCE_SECONDS = 10;

  @Inject Vertx vertx;
  @Inject Config config;

  /// What Quarkus asks a pool creator for.
  private record Wanted(
      Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
      implements PgPoolCreator.Input {}

  @Test
  void aConnectionWhoseOtherEndHasFallenSilentIsGivenUpAndReplaced() throws Exception {
    Pool pool = poolOfOne();
    try {
      long backend = backend(pool);
      try (var _ = FrozenProcesses.of(List.of(backend))) {
        assertThatThrownBy(() -> backend(pool))
            .hasRootCauseInstanceOf(ClosedConnectionException.class);
        // The statement hears of it a moment before the pool does.
        await().until(() -> pool.size() == 0);

        assertThat(backend(pool)).isNotEqualTo(backend);
      }
    } finally {
      pool.close();
    }
  }

  @Test
  void aConnectionThatHasRestedHasTheWholeTimeToAnswer() throws Exception {
    Pool pool = poolOfOne();
    try {
      long backend = backend(pool);
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      Future<RowSet<Row>> answer;
      try (var _ = FrozenProcesses.of(List.of(backend))) {
        answer = pool.query("select pg_backend_pid()").execute();
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
      }

      assertThat(backend(answer)).isEqualTo(backend);
    } finally {
      pool.close();
    }
  }

  @Test
  void aConnectionThatIsNeverAnsweredDoesNotTakeItsPlaceInThePool() throws Exception {
    Pool pool = poolOfOne();
    try {
      try (var _ = FrozenProcesses.postgresql()) {
        assertThatThrownBy(() -> backend(pool)).hasRootCauseInstanceOf(TimeoutException.class);
      }

      assertThat(backend(pool)).isPositive();
    } finally {
      pool.close();
    }
  }

  private Pool poolOfOne() {
    PgConnectOptions login =
        PgConnectOptions.fromUri(setting("reactive.url"))
            .setUser(setting("username"))
            .setPassword(setting("password"));
    return new VigilantPool(SILENCE)
        .create(new Wanted(vertx, new PoolOptions().setMaxSize(1), List.of(login)));
  }

  private String setting(String name) {
    return config.getValue("quarkus.datasource." + name, String.class);
  }

  /// The process at the other end of the pool's only connection.
  private static long backend(Pool pool) throws Exception {
    return backend(pool.query("select pg_backend_pid()").execute());
  }

  private static long backend(Future<RowSet<Row>> answer) throws Exception {
    return answer
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .iterator()
        .next()
        .getInteger(0);
  }
}
