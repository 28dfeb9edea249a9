package io.competitoriq.chaos.worker;

import io.competitoriq.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/// The queues of the chaos runs: one without limits, one with a global limit, one polite to hosts.
@ApplicationScoped
class Stage {

  private final Actor actor;

  Stage(Actor actor) {
    this.actor = actor;
  }

  @Produces
  @ApplicationScoped
  JobHandler<Act> plain() {
    return new ActHandler("chaos-jobs", actor);
  }

  @Produces
  @ApplicationScoped
  JobHandler<Act> limited() {
    return new ActHandler("limited-jobs", actor);
  }

  @Produces
  @ApplicationScoped
  JobHandler<Act> polite() {
    return new ActHandler("polite-jobs", actor);
  }
}
