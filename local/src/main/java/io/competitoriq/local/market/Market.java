package io.competitoriq.local.market;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Three fictional companies' sites and stand-ins of two data providers on one loopback port, told
/// apart by their host names, and the script by which they change.
public final class Market implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService visitors;
  private final ScheduledExecutorService clockwork;
  private final MarketState state;
  private final Consumer<String> told;

  /// @param port 0 for any free port
  /// @param journal where the market remembers what has happened; null forgets
  /// @param paused whether the script waits for the operator
  public record Settings(int port, @Nullable Path journal, boolean paused) {}

  private Market(HttpServer server, MarketState state, Consumer<String> told) {
    this.server = server;
    this.state = state;
    this.told = told;
    this.visitors = Executors.newVirtualThreadPerTaskExecutor();
    this.clockwork = Executors.newSingleThreadScheduledExecutor(Market::daemon);
  }

  /// Opens the market.
  ///
  /// @param told hears the title of each step as it happens
  /// @throws IOException when the port is taken
  public static Market open(Settings settings, Clock clock, Consumer<String> told)
      throws IOException {
    MarketState state =
        new MarketState(Script.bundled(), clock, settings.journal(), settings.paused());
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    Market market = new Market(server, state, told);
    server.setExecutor(market.visitors);
    server.createContext("/", new FrontDesk(state, clock, ThreadLocalRandom::current));
    server.start();
    market.plan();
    return market;
  }

  /// The port the market listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Lets the script run, or stops it.
  public void pause(boolean pause) {
    state.pause(pause);
  }

  private void plan() {
    Duration pause = state.next().map(Step::after).orElse(Duration.ofSeconds(20));
    var _ = clockwork.schedule(this::tick, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    if (!state.paused()) {
      state.applyNext().ifPresent(step -> told.accept(step.title()));
    }
    plan();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "market-script");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    server.stop(0);
    visitors.shutdownNow();
  }
}
