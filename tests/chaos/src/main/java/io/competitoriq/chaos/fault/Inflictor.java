package io.competitoriq.chaos.fault;

import io.competitoriq.chaos.fault.FaultPlan.Planned;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.fleet.Worker;
import io.competitoriq.chaos.server.Servers;
import io.competitoriq.chaos.server.TcpProxy;
import io.competitoriq.chaos.server.TcpProxy.Mode;
import io.competitoriq.chaos.server.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Makes one fault and heals it. Faults of different things overlap; those of one thing wait for
/// each other.
public final class Inflictor {

  private final Servers servers;
  private final Fleet fleet;
  private final TicketFaults tickets;
  private final Lock postgresTurn = new ReentrantLock();
  private final Lock redisTurn = new ReentrantLock();

  public Inflictor(Servers servers, Fleet fleet) {
    this.servers = servers;
    this.fleet = fleet;
    this.tickets = new TicketFaults(servers);
  }

  /// A step that may fail as the servers do.
  private interface Step {
    void run() throws IOException, SQLException;
  }

  /// Returns when it is healed.
  ///
  /// @return false when it could not be made now, because what it needs was broken already
  public boolean inflict(Planned planned) {
    Worker worker = fleet.workers().get(planned.worker());
    Duration lasts = planned.lasts();
    return switch (planned.fault()) {
      case WORKER_KILLED -> done(worker::kill);
      case WORKER_FROZEN -> within(worker.turn(), worker::freeze, lasts, worker::thaw);
      case ROLLING_RESTART -> done(this::restartAll);
      case WRONG_CLOCK -> wrongClock(worker, planned);
      case REDIS_FLUSHED -> within(redisTurn, tickets::flush, lasts, () -> {});
      case REDIS_DOWN -> within(redisTurn, servers.redis()::kill, lasts, servers.redis()::start);
      case REDIS_FROZEN -> within(redisTurn, servers.redis()::freeze, lasts, servers.redis()::thaw);
      case KEYS_DELETED ->
          within(redisTurn, () -> tickets.deleteSome(planned.salt()), lasts, () -> {});
      case TICKETS_DOUBLED -> doubled();
      case POSTGRES_RESTARTED ->
          within(postgresTurn, servers.postgres()::stopFast, lasts, servers.postgres()::start);
      case POSTGRES_CRASHED ->
          within(
              postgresTurn, servers.postgres()::stopImmediately, lasts, servers.postgres()::start);
      case POSTGRES_FROZEN ->
          within(postgresTurn, servers.postgres()::freeze, lasts, servers.postgres()::thaw);
      case REDIS_CUT -> network(worker.toRedis(), Mode.CUT, lasts);
      case REDIS_LATE -> network(worker.toRedis(), Mode.DELAY, lasts);
      case REDIS_HELD -> network(worker.toRedis(), Mode.HOLD, lasts);
      case REDIS_LOST -> network(worker.toRedis(), Mode.LOSE, lasts);
      case POSTGRES_CUT -> network(worker.toPostgres(), Mode.CUT, lasts);
      case POSTGRES_LATE -> network(worker.toPostgres(), Mode.DELAY, lasts);
      case POSTGRES_HELD -> network(worker.toPostgres(), Mode.HOLD, lasts);
      case POSTGRES_LOST -> network(worker.toPostgres(), Mode.LOSE, lasts);
    };
  }

  private static boolean network(TcpProxy proxy, Mode mode, Duration lasts) {
    proxy.set(mode);
    Waiting.rest(lasts);
    proxy.set(Mode.PASS);
    return true;
  }

  private boolean wrongClock(Worker worker, Planned planned) {
    if (FaultPlan.impossible().contains(Fault.WRONG_CLOCK)) {
      return false;
    }
    String by = planned.salt() % 2 == 0 ? "+1h" : "-1h";
    return within(
        worker.turn(),
        () -> worker.believe(Optional.of(by)),
        planned.lasts(),
        () -> worker.believe(Optional.empty()));
  }

  private void restartAll() {
    for (Worker worker : fleet.workers()) {
      within(worker.turn(), worker::restart, Duration.ZERO, () -> {});
    }
  }

  /// Both servers must be there for it.
  private boolean doubled() {
    postgresTurn.lock();
    try {
      return within(redisTurn, tickets::doubleAll, Duration.ZERO, () -> {});
    } finally {
      postgresTurn.unlock();
    }
  }

  private static boolean done(Runnable fault) {
    fault.run();
    return true;
  }

  private static boolean within(Lock turn, Step fault, Duration lasts, Step heal) {
    turn.lock();
    try {
      during(fault, lasts, heal);
      return true;
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("a fault could not be made: " + failed.getMessage(), failed);
    } finally {
      turn.unlock();
    }
  }

  /// Healed even when it was made halfway only.
  private static void during(Step fault, Duration lasts, Step heal)
      throws IOException, SQLException {
    try {
      fault.run();
      Waiting.rest(lasts);
    } finally {
      heal.run();
    }
  }

  /// Every network as it should be, whatever was interrupted.
  public void healNetworks() {
    for (Worker worker : fleet.workers()) {
      List.of(worker.toPostgres(), worker.toRedis()).forEach(proxy -> proxy.set(Mode.PASS));
    }
  }
}
