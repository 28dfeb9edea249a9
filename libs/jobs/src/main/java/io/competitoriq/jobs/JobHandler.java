package io.competitoriq.jobs;

import io.smallrye.mutiny.Uni;

/// Does the jobs of one kind. An `@ApplicationScoped` bean of this type is all it takes: the
/// service then runs a worker for the handler's queue.
///
/// A handler may be started more than once for a job (crash, lost lease), so its effects go through
/// `JobContext.commit`, which commits them once. It never acknowledges, sleeps or retries: it
/// answers an outcome. A failed `Uni` is a `Retryable`. It is called on the job's own Vert.x
/// context and must not block it; after the queue's timeout it is cancelled and the attempt has
/// failed.
public interface JobHandler<P> {

  String queue();

  String kind();

  /// The payload is read from JSON as this type; unknown fields are ignored.
  Class<P> payloadType();

  Uni<JobOutcome> handle(Job<P> job, JobContext context);
}
