package io.competitoriq.jobs.tickets;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.JobsConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The way to Redis: every command ends after `ciq.jobs.redis-timeout`, and the link knows since
/// when it fails.
///
/// Nothing here trusts the client's reconnecting; a command that fails says so and the next one
/// tries again.
@ApplicationScoped
public class RedisLink {

  private static final long UP = 0;

  /// While Redis fails, somebody asks it all the same this often, or nobody would see it back.
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final Redis redis;
  private final JobsConfig config;
  private final LongSupplier nanos = System::nanoTime;
  private final AtomicLong failingSince = new AtomicLong(UP);
  private final AtomicLong looked = new AtomicLong();

  RedisLink(Redis redis, JobsConfig config) {
    this.redis = redis;
    this.config = config;
  }

  /// One command; the item is null when Redis answers nil.
  public Uni<Response> send(Command command, Object... arguments) {
    return send(request(command, arguments), config.redisTimeout());
  }

  /// One command of the hot path, with the client's own futures: each step of a Mutiny pipeline
  /// restores a context, which costs more than the command. Fails when Redis answers nil.
  Future<io.vertx.redis.client.Response> ask(io.vertx.redis.client.Request request) {
    return redis
        .getDelegate()
        .send(request)
        .timeout(config.redisTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(answer -> observe(answer.cause()))
        .<io.vertx.redis.client.Response>map(answer -> requireNonNull(answer));
  }

  /// Many commands in one round trip; for what may get lost.
  public Uni<List<Response>> sendAll(List<Request> requests) {
    return observed(redis.batch(requests), config.redisTimeout());
  }

  Uni<Response> send(Request request, Duration timeout) {
    return observed(redis.send(request), timeout);
  }

  private <T> Uni<T> observed(Uni<T> answer, Duration timeout) {
    return answer
        .ifNoItem()
        .after(timeout)
        .fail()
        .onItemOrFailure()
        .invoke((_, failure) -> observe(failure));
  }

  /// True when Redis has not answered for `ciq.jobs.direct-after`.
  public boolean down() {
    long since = failingSince.get();
    return since != UP && nanos.getAsLong() - since > config.directAfter().toNanos();
  }

  /// True from the first failed command to the next good one.
  public boolean failing() {
    return failingSince.get() != UP;
  }

  /// Whether a command that may get lost is worth sending: always while Redis answers, and once a
  /// second while it does not. A process without workers has no other command to notice it by.
  boolean worthAsking() {
    if (!failing()) {
      return true;
    }
    long now = nanos.getAsLong();
    long last = looked.get();
    return now - last >= LOOK_NANOS && looked.compareAndSet(last, now);
  }

  private void observe(@Nullable Throwable failure) {
    if (failure == null || answered(failure)) {
      failingSince.set(UP);
    } else {
      long now = Math.max(1, nanos.getAsLong());
      if (failingSince.compareAndSet(UP, now)) {
        looked.set(now);
      }
    }
  }

  /// An error that Redis itself sent: it is there, even if it dislikes the command. The client
  /// reports a connection that was closed in the same type.
  private static boolean answered(Throwable failure) {
    return failure instanceof ErrorType error
        && !error.is("LOADING")
        && !error.is("CONNECTION_CLOSED");
  }

  static Request request(Command command, Object... arguments) {
    Request request = Request.cmd(command);
    for (Object argument : arguments) {
      request.arg(argument.toString());
    }
    return request;
  }
}
