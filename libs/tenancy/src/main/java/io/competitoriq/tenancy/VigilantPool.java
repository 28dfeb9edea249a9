package io.competitoriq.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The pool of database connections, which gives up a connection that has been silent for half a
/// minute. When the other end vanishes without a word (failover, a router that forgot), a statement
/// would otherwise wait for ever and its connection be missing in the pool until none is left.
///
/// So no statement may take longer than that; none of a service comes near it.
@Singleton
class VigilantPool implements PgPoolCreator {

  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(
            options ->
                options
                    .setReadIdleTimeout((int) SILENCE.toSeconds())
                    .setIdleTimeoutUnit(TimeUnit.SECONDS));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
