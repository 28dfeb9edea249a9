package io.competitoriq.bench.queue.agent;

import io.competitoriq.jobs.live.QueueEvents;
import io.competitoriq.jobs.tickets.RedisLink;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/// The engine's own events, counted on their way: they are told when the end of a start has been
/// committed, which is what a durable completion is.
@Alternative
@Priority(1)
@Singleton
class SeenEvents extends QueueEvents {

  private final Gate gate;

  SeenEvents(RedisLink redis, Vertx vertx, Gate gate) {
    super(redis, vertx);
    this.gate = gate;
  }

  @Override
  public void ended(String queue, String type, long jobId) {
    super.ended(queue, type, jobId);
    if (type.equals("completed")) {
      gate.completed(jobId);
    } else {
      System.err.println("job " + jobId + " ended as " + type);
    }
  }
}
