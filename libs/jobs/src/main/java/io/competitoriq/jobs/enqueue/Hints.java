package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.enqueue.EnqueueStatement.Inserted;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.tickets.FastPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which of the added jobs workers are told about at once: those that may start. The relay finds
/// the others when it is time.
@ApplicationScoped
class Hints {

  private final JobsConfig config;
  private final Controls controls;
  private final Clock clock;
  private final FastPath fastPath;

  Hints(JobsConfig config, Controls controls, Clock clock, FastPath fastPath) {
    this.config = config;
    this.controls = controls;
    this.clock = clock;
    this.fastPath = fastPath;
  }

  /// Once the transaction at hand has committed.
  ///
  /// @param depth of the queue before; a long backlog has tickets enough
  void afterCommit(String queue, List<JobRow> rows, List<Inserted> inserted, long depth) {
    List<Ticket> tickets = tickets(queue, rows, inserted, depth);
    if (!tickets.isEmpty()) {
      fastPath.afterCommit(queue, tickets);
    }
  }

  /// The jobs are there.
  void now(String queue, List<JobRow> rows, List<Inserted> inserted, long depth) {
    List<Ticket> tickets = tickets(queue, rows, inserted, depth);
    if (!tickets.isEmpty()) {
      fastPath.now(queue, tickets);
    }
  }

  private List<Ticket> tickets(
      String queue, List<JobRow> rows, List<Inserted> inserted, long depth) {
    if (depth >= config.ticketWindow()) {
      return List.of();
    }
    List<Ticket> tickets = new ArrayList<>(rows.size());
    for (int i = 0; i < inserted.size(); i++) {
      NewJob job = rows.get(i).job();
      if (inserted.get(i).added() && !later(job)) {
        String host = job.host() == null ? "" : job.host();
        tickets.add(new Ticket(inserted.get(i).id(), job.priority().rank(), host));
      }
    }
    boolean polite = controls.settings(queue).hostDelay().isPositive();
    return polite ? onePerHost(tickets) : tickets;
  }

  /// More would only be turned down: the relay hands them out one after the other.
  private static List<Ticket> onePerHost(List<Ticket> tickets) {
    Set<String> hosts = new HashSet<>();
    return tickets.stream()
        .filter(ticket -> ticket.host().isEmpty() || hosts.add(ticket.host()))
        .toList();
  }

  /// Only saves a useless ticket: the claim asks PostgreSQL's clock.
  private boolean later(NewJob job) {
    return job.runAt() != null && job.runAt().isAfter(clock.instant());
  }
}
