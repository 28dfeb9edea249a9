package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Refusal;
import io.competitoriq.local.Service;
import io.competitoriq.local.market.Market;
import io.competitoriq.local.stack.RunState.Condition;
import io.competitoriq.local.stack.RunState.Phase;
import io.competitoriq.local.stack.RunState.ProcessState;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Everything that runs: servers first, services after them, all gone in the reverse order.
public final class Stack implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(6);

  private final LocalConfig config;
  private final Clock clock;
  private final Progress progress;
  private final Instant startedAt;
  private final List<ServiceProcess> services = new ArrayList<>();
  private volatile Phase phase = Phase.STARTING;
  private @Nullable Guard guard;
  private volatile @Nullable DataServers servers;
  private @Nullable Market market;
  private @Nullable AotTraining training;
  private boolean closed;

  public Stack(LocalConfig config, Clock clock, Progress progress) {
    this.config = config;
    this.clock = clock;
    this.progress = progress;
    this.startedAt = clock.instant();
  }

  /// Starts everything and returns when every service is ready.
  ///
  /// @throws Refusal when a part does not start; what has been started runs until `close`
  public void start() {
    Guard watching = Guard.watch(config.run());
    guard = watching;
    DataServers data = DataServers.start(config, progress);
    servers = data;
    rememberServers();
    if (config.market()) {
      openMarket();
    }
    startServices(data);
  }

  /// Tells whoever watches the state file that people may come.
  public void announce() {
    phase = Phase.READY;
    publish();
  }

  /// Makes what the next start will be quicker with.
  public void improveNextStart() {
    DataServers data = servers;
    if (data != null && !System.getenv().getOrDefault("CIQ_AOT", "").equals("off")) {
      AotTraining next =
          new AotTraining(
              config, new AotCaches(config), new ServiceCommand(config), data, progress);
      training = next;
      next.start();
    }
  }

  /// Lets the market's script run, when there is a market.
  public void runMarket() {
    if (market != null) {
      market.pause(false);
    }
  }

  /// Memory of the whole tree of processes, the launcher included.
  public long memory() {
    return Memory.ofTree(ProcessHandle.current().pid());
  }

  private void rememberServers() {
    PidFiles pids = new PidFiles(config.run());
    StaleProcesses.postmaster(config).ifPresent(pid -> pids.write("postgres", pid));
    DataServers.redisProcess().ifPresent(redis -> pids.write("redis", redis.pid()));
  }

  private void openMarket() {
    try {
      market =
          Market.open(
              new Market.Settings(
                  config.ports().market(), config.home().resolve("market.json"), true),
              clock,
              title -> progress.say("market: " + title));
      progress.say("demo market on " + config.ports().market());
    } catch (IOException failed) {
      throw new Refusal(
          "The demo market does not open on port %d (%s): set CIQ_MARKET_PORT to a free port."
              .formatted(config.ports().market(), failed.getMessage()),
          failed);
    }
  }

  private void startServices(DataServers data) {
    AotCaches caches = new AotCaches(config);
    ServiceCommand commands = new ServiceCommand(config);
    String secret = Secrets.keep(config.home().resolve("service.secret"), 48);
    synchronized (this) {
      if (closed) {
        throw new Refusal("stopped while starting");
      }
      for (Service service : Service.values()) {
        Logs.rotate(config.logs(), service.label());
        Map<String, String> environment =
            commands.environment(
                service, data.databaseUrl(DataServers.DATABASE), data.redisUrl(0), secret);
        services.add(
            new ServiceProcess(
                service,
                config,
                () ->
                    new ServiceProcess.Launch(
                        commands.command(caches.usable(service)),
                        environment,
                        config.application(service)),
                clock,
                progress,
                this::publish));
      }
      services.forEach(ServiceProcess::start);
    }
    long cached = services.stream().filter(s -> caches.usable(s.service()).isPresent()).count();
    progress.say(
        "starting %d services%s"
            .formatted(
                services.size(), cached > 0 ? ", " + cached + " from their start-up cache" : ""));
    publish();
    List<CompletableFuture<Boolean>> ready = services.stream().map(this::reportReady).toList();
    for (int i = 0; i < ready.size(); i++) {
      if (!ready.get(i).join()) {
        throw new Refusal(whyNotReady(services.get(i).service()));
      }
    }
  }

  private CompletableFuture<Boolean> reportReady(ServiceProcess service) {
    return service
        .ready(START_PATIENCE)
        .thenApply(
            ready -> {
              if (ready) {
                progress.say(service.service().label() + " is ready");
              }
              return ready;
            });
  }

  private String whyNotReady(Service service) {
    String tail = String.join("\n    ", Logs.tail(config.logs(), service.label(), 15));
    return "%s did not become ready: see %s, which ends with%n    %s"
        .formatted(service.label(), config.logs().resolve(service.label() + ".log"), tail);
  }

  private synchronized void publish() {
    if (closed) {
      return;
    }
    DataServers data = servers;
    List<ProcessState> processes =
        new ArrayList<>(services.stream().map(ServiceProcess::state).toList());
    if (data != null) {
      server("postgres", StaleProcesses.postmaster(config), config.ports().postgres())
          .ifPresent(processes::add);
      server(
              "redis",
              new PidFiles(config.run()).find("redis").map(ProcessHandle::pid),
              config.ports().redis())
          .ifPresent(processes::add);
    }
    new RunState(
            phase,
            startedAt,
            ProcessHandle.current().pid(),
            config.ports().url(Service.GATEWAY),
            config.market() ? config.marketUrl() : null,
            config.ports().postgres(),
            config.ports().redis(),
            processes)
        .write(config.run());
  }

  private Optional<ProcessState> server(String name, Optional<Long> pid, int port) {
    return pid.map(id -> new ProcessState(name, id, port, 0, Condition.RUNNING, startedAt, 0));
  }

  /// Stops everything, in less than ten seconds. A second call does nothing.
  @Override
  public void close() {
    List<ServiceProcess> stopping;
    synchronized (this) {
      if (closed) {
        return;
      }
      phase = Phase.STOPPING;
      publish();
      closed = true;
      stopping = List.copyOf(services);
    }
    if (training != null) {
      training.close();
    }
    stopping.forEach(ServiceProcess::askToStop);
    stopping.forEach(service -> service.awaitEnd(STOP_PATIENCE));
    if (market != null) {
      market.close();
    }
    closeServers();
    if (guard != null) {
      guard.close();
    }
    RunState.remove(config.run());
  }

  private void closeServers() {
    DataServers data = servers;
    if (data == null) {
      return;
    }
    try {
      data.close();
    } catch (IOException failed) {
      progress.say("the database servers did not stop cleanly: " + failed.getMessage());
    }
    PidFiles pids = new PidFiles(config.run());
    pids.remove("postgres");
    pids.remove("redis");
  }
}
