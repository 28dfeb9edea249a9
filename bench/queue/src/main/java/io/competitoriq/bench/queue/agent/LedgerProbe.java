package io.competitoriq.bench.queue.agent;

import io.competitoriq.jobs.ledger.Backlog;
import io.competitoriq.jobs.ledger.Claim;
import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Final;
import io.competitoriq.jobs.ledger.Ledger;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// How long the production statements take on the ledger this process is connected to.
@ApplicationScoped
class LedgerProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Pace UNLIMITED = new Pace(0, Duration.ofMinutes(1), Duration.ZERO, 1);
  private static final int WINDOW = 2000;

  private final Ledger ledger;
  private final Backlog backlog;
  private final Deque<Long> ticketed = new ArrayDeque<>();

  LedgerProbe(Ledger ledger, Backlog backlog) {
    this.ledger = ledger;
    this.backlog = backlog;
  }

  /// Milliseconds of each statement, one entry per round.
  record Times(List<Double> claim, List<Double> claimNext, List<Double> relay) {}

  /// Claims `jobs` at a time by ticket and in direct mode, and finishes them, for some rounds.
  Times claim(String queue, int jobs, int rounds) {
    Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < rounds; round++) {
      if (ticketed.size() < jobs) {
        List<Ticket> next = timed(times.relay(), () -> backlog.next(queue, WINDOW, UNLIMITED));
        next.forEach(ticket -> ticketed.add(ticket.jobId()));
      }
      List<Long> ids = new ArrayList<>();
      while (ids.size() < jobs && !ticketed.isEmpty()) {
        ids.add(ticketed.poll());
      }
      finish(timed(times.claim(), () -> ledger.claim(queue, "bench-probe", ids, LEASE, UNLIMITED)));
      Claim direct =
          timed(
              times.claimNext(),
              () -> ledger.claimNext(queue, "bench-probe", jobs, LEASE, UNLIMITED));
      direct.jobs().forEach(job -> ticketed.remove(job.id()));
      finish(direct);
    }
    return times;
  }

  private static <T> T timed(List<Double> times, Supplier<Uni<T>> statement) {
    long begin = System.nanoTime();
    T answer = statement.get().await().atMost(PATIENCE);
    times.add((System.nanoTime() - begin) / 1e6);
    return answer;
  }

  private void finish(Claim claim) {
    for (Claimed job : claim.jobs()) {
      ledger.finish(job.id(), job.lease(), Final.DONE, null).await().atMost(PATIENCE);
    }
  }
}
