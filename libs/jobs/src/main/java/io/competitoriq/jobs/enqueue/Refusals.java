package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.Enqueued.Rejected;

/// Why a queue takes no job.
final class Refusals {

  private static final String DRAINING =
      "%s is being drained by an operator and takes no new job;"
          + " DELETE /api/v1/queues/%s/drain opens it again";

  private Refusals() {}

  static Rejected draining(String queue) {
    return new Rejected(DRAINING.formatted(queue, queue));
  }

  static Rejected full(int most) {
    return new Rejected("the queue holds its " + most + " jobs");
  }
}
