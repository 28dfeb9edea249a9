package io.competitoriq.jobs.tickets;

import io.competitoriq.jobs.ledger.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Tickets of commits at about the same time go to Redis in one command: while one is on its way,
/// the next ones gather. A lone ticket is sent at once.
@ApplicationScoped
public class GatheredTickets {

  private final Tickets tickets;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  GatheredTickets(Tickets tickets) {
    this.tickets = tickets;
  }

  /// Completes when the tickets are in Redis, or with nothing done when Redis is empty; fails when
  /// it did not answer. Sends them whether or not anybody subscribes.
  public Uni<Void> publish(String queue, List<Ticket> more) {
    CompletableFuture<Void> sent = lanes.computeIfAbsent(queue, Lane::new).add(more);
    return Uni.createFrom().completionStage(sent);
  }

  /// One queue's way to Redis: at most one command at a time.
  private final class Lane {

    private final String queue;
    private List<Ticket> gathered = new ArrayList<>();
    private CompletableFuture<Void> next = new CompletableFuture<>();
    private boolean busy;

    Lane(String queue) {
      this.queue = queue;
    }

    CompletableFuture<Void> add(List<Ticket> more) {
      CompletableFuture<Void> mine;
      synchronized (this) {
        gathered.addAll(more);
        mine = next;
        if (busy) {
          return mine;
        }
        busy = true;
      }
      send();
      return mine;
    }

    private void send() {
      List<Ticket> batch;
      CompletableFuture<Void> sent;
      synchronized (this) {
        if (gathered.isEmpty()) {
          busy = false;
          return;
        }
        batch = gathered;
        sent = next;
        gathered = new ArrayList<>();
        next = new CompletableFuture<>();
      }
      tickets
          .publishing(queue, Tickets.NO_GENERATION, batch)
          .onComplete(
              answer -> {
                send();
                if (answer.succeeded()) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(answer.cause());
                }
              });
    }
  }
}
