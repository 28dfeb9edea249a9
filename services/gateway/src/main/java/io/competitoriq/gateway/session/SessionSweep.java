package io.competitoriq.gateway.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Clears away what the door no longer needs. Every gateway may do it; doing it twice is harmless.
@ApplicationScoped
class SessionSweep {

  private static final Logger LOG = Logger.getLogger(SessionSweep.class);

  private final Sessions sessions;

  SessionSweep(Sessions sessions) {
    this.sessions = sessions;
  }

  @Scheduled(
      every = "{ciq.gateway.sweep-every:1h}",
      delayed = "5m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return sessions
        .sweep()
        .invoke(gone -> LOG.debugf("sessions swept count=%d", gone))
        .replaceWithVoid();
  }
}
