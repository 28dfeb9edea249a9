package io.competitoriq.tenancy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.Utils;
import io.vertx.sqlclient.spi.ConnectionFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The pool of database connections, which gives up a connection that has been silent for half a
/// minute. When the other end vanishes without a word (failover, a router that forgot), a statement
/// would otherwise wait for ever and its connection be missing in the pool until none is left.
///
/// So no statement may take longer than that; none of a service comes near it. A connection that
/// merely rests leaves the pool before, in two thirds of the time: hung up on from below, it could
/// still be handed out to somebody in the same moment.
@Singleton
class VigilantPool implements PgPoolCreator {

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Duration silence;

  @Inject
  VigilantPool() {
    this(SILENCE);
  }

  VigilantPool(Duration silence) {
    this.silence = silence;
  }

  @Override
  public Pool create(Input input) {
    var databases = List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList());
    ConnectionFactory lines =
        PgDriver.INSTANCE.createConnectionFactory(
            input.vertx(), Utils.roundRobinSupplier(databases));
    return PgBuilder.pool()
        .with(resting(input.poolOptions()))
        .connectingTo(databases)
        .using(input.vertx())
        .build()
        .connectionProvider(context -> open(lines, context));
  }

  private PoolOptions resting(PoolOptions asked) {
    return new PoolOptions(asked)
        .setIdleTimeout((int) silence.multipliedBy(2).dividedBy(3).toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setPoolCleanerPeriod((int) silence.dividedBy(6).toMillis());
  }

  /// A connection that opens after all when it has been given up belongs to nobody.
  private Future<SqlConnection> open(ConnectionFactory lines, Context context) {
    Future<SqlConnection> opening = lines.connect(context);
    return opening
        .timeout(silence.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> opening.onSuccess(SqlConnection::close))
        .onSuccess(this::watch);
  }

  /// The client's own idle timeout says goodbye to PostgreSQL and waits for it to hang up, which in
  /// this case never happens. In front of its protocol a close is a close.
  private void watch(SqlConnection connection) {
    if (connection instanceof SqlConnectionInternal internal
        && internal.unwrap().unwrap() instanceof SocketConnectionBase wire) {
      wire.socket().channelHandlerContext().pipeline().addFirst(new HangUp(silence));
    }
  }

  /// Silence counts from whatever came last, question or answer: a connection that has rested may
  /// be asked at any moment and gets the whole time to answer, and an answer may not stop half-way.
  private static final class HangUp extends IdleStateHandler {

    HangUp(Duration silence) {
      super(0, 0, silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext connection, IdleStateEvent silence) {
      connection.close();
    }
  }
}
