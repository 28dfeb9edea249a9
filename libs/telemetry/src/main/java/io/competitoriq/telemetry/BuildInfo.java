package io.competitoriq.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which build runs, and when its commit was made: dashboards of delivery and the alert about two
/// versions side by side go by it. An image brings both (`CIQ_COMMIT`, `CIQ_COMMITTED_AT`).
@ApplicationScoped
class BuildInfo {

  private static final String UNKNOWN = "unknown";

  private final MeterRegistry meters;
  private final String version;
  private final String commit;
  private final Optional<Long> committedAt;

  /// @param committedAt seconds since 1970
  BuildInfo(
      MeterRegistry meters,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = UNKNOWN) String version,
      @ConfigProperty(name = "ciq.commit", defaultValue = UNKNOWN) String commit,
      @ConfigProperty(name = "ciq.committed-at") Optional<Long> committedAt) {
    this.meters = meters;
    this.version = version;
    this.commit = commit;
    this.committedAt = committedAt;
  }

  void tell(@Observes StartupEvent started) {
    Gauge.builder("ciq.build.info", () -> 1)
        .description("The build that runs; always 1")
        .tags("version", version, "commit", commit)
        .register(meters);
    committedAt.ifPresent(
        seconds ->
            Gauge.builder("ciq.build.committed.timestamp.seconds", () -> seconds)
                .description("When the commit of the build was made")
                .register(meters));
  }
}
