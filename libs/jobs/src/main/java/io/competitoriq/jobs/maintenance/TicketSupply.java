package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.JobsConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Keeps a backlog flowing: the window of tickets in Redis would run dry between two regular looks
/// of the relay (1 s) where a queue does more jobs in that time than the window holds.
///
/// So a process that has taken a quarter of a window has the relay look at once. Best effort; the
/// regular look finds whatever this one misses.
@ApplicationScoped
public class TicketSupply {

  private static final Logger LOG = Logger.getLogger(TicketSupply.class);

  private final Relay relay;
  private final int quarter;
  private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("ciq-ticket-supply").unstarted(task));

  TicketSupply(Relay relay, JobsConfig config) {
    this.relay = relay;
    this.quarter = Math.max(1, config.ticketWindow() / 4);
  }

  /// This process took so many tickets of the queue. Returns at once.
  public void taken(String queue, int tickets) {
    AtomicInteger sinceLook = taken.computeIfAbsent(queue, _ -> new AtomicInteger());
    if (sinceLook.addAndGet(tickets) >= quarter) {
      sinceLook.set(0);
      lookAt(queue);
    }
  }

  private void lookAt(String queue) {
    try {
      thread.execute(() -> guardedLook(queue));
    } catch (RejectedExecutionException stopping) {
      LOG.debugf("no more tickets, this process stops queue=%s", queue);
    }
  }

  private void guardedLook(String queue) {
    try {
      relay.tick(queue);
    } catch (RuntimeException failed) {
      LOG.debugf("left to the regular look queue=%s why=%s", queue, failed);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }
}
