package io.competitoriq.gateway.queue;

import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.QueueOverview;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Which queues there are to be asked for.
@ApplicationScoped
class KnownQueues {

  private final QueueOverview overview;

  KnownQueues(QueueOverview overview) {
    this.overview = overview;
  }

  /// Answers the name when it is a queue's; else fails with 404 and the names there are.
  Uni<String> require(String queue) {
    return overview
        .names()
        .map(
            names -> {
              if (!names.contains(queue)) {
                throw Problems.notFound(
                    "queue-unknown",
                    "There is no queue of that name; there are " + String.join(", ", names) + ".");
              }
              return queue;
            });
  }
}
