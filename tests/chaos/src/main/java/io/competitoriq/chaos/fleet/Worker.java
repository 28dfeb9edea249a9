package io.competitoriq.chaos.fleet;

import static java.util.Objects.requireNonNull;

import io.competitoriq.chaos.fleet.Application.Route;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.server.Servers;
import io.competitoriq.chaos.server.Signals;
import io.competitoriq.chaos.server.TcpProxy;
import io.competitoriq.chaos.server.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One worker's place: a process that is started again whenever it ends, and its network.
public final class Worker implements AutoCloseable {

  private static final long STOP_SECONDS = 40;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int KILLED = 137;
  private static final int HALTED = 13;
  private static final int TERMINATED = 143;

  private final String name;
  private final Application application;
  private final TcpProxy toPostgres;
  private final TcpProxy toRedis;
  private final AtomicInteger deaths;
  private final ReentrantLock turn = new ReentrantLock();
  private Optional<String> skew = Optional.empty();
  private volatile @Nullable Process process;
  private volatile boolean wanted;
  private volatile long logBegins;
  private volatile boolean working;
  private volatile double startSeconds;

  Worker(String name, Application application, Servers servers, AtomicInteger deaths) {
    this.name = name;
    this.application = application;
    this.toPostgres = new TcpProxy(servers.postgres().port());
    this.toRedis = new TcpProxy(servers.redis().port());
    this.deaths = deaths;
  }

  public TcpProxy toPostgres() {
    return toPostgres;
  }

  public TcpProxy toRedis() {
    return toRedis;
  }

  public String name() {
    return name;
  }

  /// One fault at a time may hold this worker's process.
  public ReentrantLock turn() {
    return turn;
  }

  public void start() {
    wanted = true;
    launch();
  }

  private void launch() {
    working = false;
    logBegins = application.log(name).length();
    try {
      Route route = new Route(toPostgres.port(), toRedis.port());
      Process started = application.start(name, route, List.of(), skew);
      process = started;
      started.onExit().thenAcceptAsync(this::ended, Thread::startVirtualThread);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void ended(Process ended) {
    switch (ended.exitValue()) {
      case KILLED, HALTED -> deaths.incrementAndGet();
      case 0, TERMINATED -> {}
      default -> Waiting.rest(PAUSE); // it could not start, perhaps because the database is away
    }
    if (wanted) {
      launch();
    }
  }

  private Process running() {
    return requireNonNull(process, "not started");
  }

  /// Waits until the present process takes jobs.
  public void awaitWorking() {
    Logs.await(application.log(name), Logs.WORKING);
  }

  /// How often a process of this place has begun to take jobs.
  public long workingTimes() {
    return Logs.count(application.log(name), Logs.WORKING);
  }

  /// The name under which the present process takes jobs; it is in the ledger.
  public String identity() {
    return Logs.last(application.log(name), Logs.IDENTITY);
  }

  /// The queues that it works without tickets at the moment.
  public Set<String> inDirectMode() {
    return Logs.inDirectMode(application.log(name));
  }

  /// True once the present process takes jobs.
  public boolean isWorking() {
    if (!working && Logs.has(application.log(name), logBegins, Logs.WORKING)) {
      startSeconds = running().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
      working = true;
    }
    return working && running().isAlive();
  }

  /// Processor seconds that the present process needed until [#isWorking] said so; 0: not known.
  public double startSeconds() {
    return startSeconds;
  }

  /// Waits until the present process has ended.
  public void awaitEnd() {
    try {
      running().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public void kill() {
    running().destroyForcibly();
  }

  public void freeze() {
    Signals.send("STOP", List.of(running().pid()));
  }

  public void thaw() {
    Signals.send("CONT", List.of(running().pid()));
  }

  /// Asks it to stop, waits until it has, and until the next one works. Killed when it does not
  /// stop, as an orchestrator would.
  public void restart() {
    long before = workingTimes();
    Process old = running();
    old.destroy();
    try {
      if (!old.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        Progress.say(name + " does not stop, so it is killed");
        old.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Logs.awaitMore(application.log(name), Logs.WORKING, before);
  }

  /// Restarts it with another time of day; empty: the true one.
  public void believe(Optional<String> time) {
    skew = time;
    restart();
  }

  @Override
  public void close() throws IOException {
    wanted = false;
    if (process != null) {
      running().destroyForcibly();
    }
    toPostgres.close();
    toRedis.close();
  }
}
