package io.competitoriq.telemetry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// Ends this process when the launcher that started it is gone, so that a killed launcher leaves
/// nothing behind. Off unless `ciq.parent-pid` is set.
@ApplicationScoped
class ParentWatch {

  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  private final Optional<Long> parentPid;

  ParentWatch(Config config) {
    this.parentPid = config.getOptionalValue("ciq.parent-pid", Long.class);
  }

  void watch(@Observes StartupEvent started) {
    parentPid.ifPresent(
        pid ->
            ProcessHandle.of(pid)
                .ifPresentOrElse(parent -> parent.onExit().thenRun(this::stop), this::stop));
  }

  private void stop() {
    LOG.info("the launcher has ended, stopping");
    Quarkus.asyncExit();
  }
}
