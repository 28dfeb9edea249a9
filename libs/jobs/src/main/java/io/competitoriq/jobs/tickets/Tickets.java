package io.competitoriq.jobs.tickets;

import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.tickets.Turn.Ack;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A queue's tickets in Redis. Fails when Redis does not answer in time; callers go on without it.
@ApplicationScoped
public class Tickets {

  /// Publish only if the tickets' generation lives; see [#publish].
  public static final String NO_GENERATION = "";

  private static final Duration CONSUMER_IDLE = Duration.ofHours(1);
  private static final Script PUBLISH = Script.named("publish");
  private static final Script TURN = Script.named("turn");
  private static final Script JANITOR = Script.named("janitor");

  private final RedisLink redis;

  Tickets(RedisLink redis) {
    this.redis = redis;
  }

  /// Adds tickets; ones that lie there already are ignored. In an empty Redis it begins
  /// `generation`, or does nothing when that is [#NO_GENERATION].
  ///
  /// @return the generation in force, "" when Redis is empty
  public Uni<String> publish(String queue, String generation, List<Ticket> tickets) {
    return uni(() -> publishing(queue, generation, tickets));
  }

  /// The same, as [GatheredTickets] needs it: see [RedisLink#ask].
  Future<String> publishing(String queue, String generation, List<Ticket> tickets) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(generation);
    for (Ticket ticket : tickets) {
      arguments.add(ticket.jobId());
      arguments.add(ticket.priority());
      arguments.add(ticket.host());
      arguments.add(ticket.waitMillis());
    }
    return PUBLISH
        .run(redis, TicketKeys.of(queue).forPublish(), arguments)
        .map(answer -> answer.get(0).toString());
  }

  /// Puts acknowledged tickets away and takes up to `want` new ones, as fast as `pace` allows.
  public Uni<Turn> turn(String queue, String worker, int want, Pace pace, List<Ack> acks) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(worker);
    arguments.add(want);
    arguments.add(pace.limit());
    arguments.add(pace.window().toMillis());
    arguments.add(pace.hostDelay().toMillis());
    for (Ack ack : acks) {
      arguments.add(ack.ticket().jobId());
      arguments.add(ack.ticket().ref());
      arguments.add(ack.started() ? "1" : "0");
    }
    List<String> keys = TicketKeys.of(queue).forTurn();
    return uni(() -> TURN.run(redis, keys, arguments))
        .onFailure(Tickets::groupMissing)
        .call(() -> abandonGeneration(queue))
        .map(Tickets::turn);
  }

  private static <T> Uni<T> uni(Supplier<Future<T>> asked) {
    return Uni.createFrom().completionStage(() -> asked.get().toCompletionStage());
  }

  private static Turn turn(io.vertx.redis.client.Response answer) {
    List<Handed> tickets = new ArrayList<>();
    for (int i = 2; i + 1 < answer.size(); i += 2) {
      tickets.add(
          new Handed(Long.parseLong(answer.get(i).toString()), answer.get(i + 1).toString()));
    }
    return new Turn(
        answer.get(0).toString(),
        Duration.ofMillis(Long.parseLong(answer.get(1).toString())),
        tickets);
  }

  /// Tickets that a worker took and never claimed go back.
  ///
  /// @return how many
  public Uni<Integer> tidy(String queue, Duration idle) {
    List<Long> ages = List.of(idle.toMillis(), CONSUMER_IDLE.toMillis());
    return uni(() -> JANITOR.run(redis, TicketKeys.of(queue).forJanitor(), ages))
        .map(answer -> Math.max(0, Integer.parseInt(answer.toString())));
  }

  /// The generation in force, "" when Redis is empty.
  public Uni<String> generation(String queue) {
    return redis
        .send(Command.HGET, TicketKeys.of(queue).meta(), "gen")
        .map(answer -> answer == null ? NO_GENERATION : answer.toString());
  }

  /// Tells the limiter of an empty Redis about starts that still count, on Redis's own clock.
  public Uni<Void> seedLimiter(String queue, List<Long> agesMillis) {
    if (agesMillis.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return redis
        .send(Command.TIME)
        .map(time -> time.get(0).toLong() * 1000 + time.get(1).toLong() / 1000)
        .chain(now -> redis.send(Command.ZADD, starts(queue, now, agesMillis)))
        .replaceWithVoid();
  }

  private static Object[] starts(String queue, long now, List<Long> agesMillis) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(TicketKeys.of(queue).starts());
    for (int i = 0; i < agesMillis.size(); i++) {
      arguments.add(now - agesMillis.get(i));
      arguments.add("seed:" + i);
    }
    return arguments.toArray();
  }

  /// Tickets in the streams, handed out ones included.
  public Uni<Long> count(String queue) {
    return redis.send(Command.HLEN, TicketKeys.of(queue).index()).map(Response::toLong);
  }

  /// Part of the keys is gone: have the relay rebuild all of them.
  private Uni<Response> abandonGeneration(String queue) {
    return redis.send(Command.HDEL, TicketKeys.of(queue).meta(), "gen");
  }

  private static boolean groupMissing(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().contains("NOGROUP");
  }
}
