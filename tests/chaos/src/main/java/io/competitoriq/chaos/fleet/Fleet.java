package io.competitoriq.chaos.fleet;

import io.competitoriq.chaos.fleet.Application.Route;
import io.competitoriq.chaos.server.Servers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The workers and the producer of one run.
public final class Fleet implements AutoCloseable {

  private final List<Worker> workers = new ArrayList<>();
  private final Producer producer;
  private final AtomicInteger deaths = new AtomicInteger();

  private Fleet(Servers servers, Application application, int size, long seed) {
    for (int i = 0; i < size; i++) {
      workers.add(new Worker("worker-" + i, application, servers, deaths));
    }
    this.producer = new Producer(application, route(servers), seed);
  }

  /// Starts all of them and returns when they work. The first time after a build it makes the JVM's
  /// start-up cache, because many starts follow.
  public static Fleet start(Servers servers, Application application, int size, long seed)
      throws IOException {
    Fleet fleet = new Fleet(servers, application, size, seed);
    try {
      application.train(route(servers));
      fleet.producer.start();
      fleet.workers.forEach(Worker::start);
      fleet.workers.forEach(Worker::awaitWorking);
      fleet.producer.awaitProducing();
      return fleet;
    } catch (IOException | RuntimeException failed) {
      fleet.close();
      throw failed;
    }
  }

  private static Route route(Servers servers) {
    return new Route(servers.postgres().port(), servers.redis().port());
  }

  public List<Worker> workers() {
    return workers;
  }

  public Producer producer() {
    return producer;
  }

  /// Processes that ended without having been asked to: killed ones and those that poison halted.
  public int deaths() {
    return deaths.get();
  }

  @Override
  public void close() throws IOException {
    producer.close();
    for (Worker worker : workers) {
      worker.close();
    }
  }
}
