package io.competitoriq.gateway.stop;

import io.competitoriq.gateway.live.LiveStreams;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/// Steps of the stop while `quarkus.shutdown.delay` runs. From its first moment Quarkus says that
/// it is not ready and ends each connection with the answer it carries (`Connection: close`,
/// GOAWAY); after the notice the door closes and the live streams, which would never end by
/// themselves, are sent to the other gateways.
@ApplicationScoped
public class GracefulStop {

  private static final Logger LOG = Logger.getLogger(GracefulStop.class);

  private final BroadcastProcessor<Object> leaving = BroadcastProcessor.create();
  private final Doorbell door;
  private final LiveStreams live;
  private final Vertx vertx;
  private final StopConfig config;

  GracefulStop(Doorbell door, LiveStreams live, Vertx vertx, StopConfig config) {
    this.door = door;
    this.live = live;
    this.vertx = vertx;
    this.config = config;
  }

  /// Says nothing until this process leaves, then fails: what merges it ends in time.
  public <T> Multi<T> leaving() {
    return leaving.onItem().transformToMultiAndConcatenate(_ -> Multi.createFrom().empty());
  }

  void begin(@Observes ShutdownDelayInitiatedEvent asked) {
    LOG.infof("stopping notice=%s", config.notice());
    vertx.setTimer(Math.max(1, config.notice().toMillis()), _ -> leave());
  }

  private void leave() {
    // Only then: who is sent away comes back at once, and must not come back here.
    var _ =
        door.disconnect()
            .thenRun(
                () -> {
                  live.endAll();
                  leaving.onError(new CancellationException("this gateway stops"));
                });
  }
}
