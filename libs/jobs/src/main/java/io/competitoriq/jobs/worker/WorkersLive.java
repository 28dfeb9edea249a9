package io.competitoriq.jobs.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// A worker loop that no longer comes round is beyond help from inside: the process should be
/// restarted. A database or Redis that is away does not stop the loop and so does not restart
/// anybody.
@Liveness
@ApplicationScoped
class WorkersLive implements HealthCheck {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Workers workers;

  WorkersLive(Workers workers) {
    this.workers = workers;
  }

  @Override
  public HealthCheckResponse call() {
    Duration silence = workers.longestSilence();
    return HealthCheckResponse.named("job workers")
        .status(silence.compareTo(LONGEST) < 0)
        .withData("secondsSinceTurn", silence.toSeconds())
        .build();
  }
}
