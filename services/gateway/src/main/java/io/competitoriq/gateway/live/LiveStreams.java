package io.competitoriq.gateway.live;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// `GET /api/v1/events`: a stream of the session's workspace that lives as long as its session.
@Startup // so that its gauge is there before the first stream is
@ApplicationScoped
public class LiveStreams {

  private static final Logger LOG = Logger.getLogger(LiveStreams.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final LiveHub hub;
  private final Vertx vertx;
  private final LiveConfig config;
  private final AtomicInteger open = new AtomicInteger();
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  LiveStreams(LiveHub hub, Vertx vertx, LiveConfig config, MeterRegistry meters) {
    this.hub = hub;
    this.vertx = vertx;
    this.config = config;
    meters.gauge("ciq.gateway.live.streams", open);
  }

  /// Answers with the stream and keeps it open.
  ///
  /// @param holds whether the session or key it was opened with still does; asked with each beat
  /// @throws io.competitoriq.http.ProblemException 503 when this process holds as many as it may
  public void open(RoutingContext request, SignedIn who, Supplier<Uni<Boolean>> holds) {
    if (open.get() >= config.maxStreams()) {
      throw Problems.unavailable(
          "live-streams-exhausted", "Too many live streams are open; try again.", RETRY_AFTER);
    }
    open.incrementAndGet();
    UUID workspaceId = who.workspaceId();
    var stream = new LiveStream(request.response(), vertx.getOrCreateContext(), config.buffer());
    long timer = vertx.setPeriodic(config.heartbeat().toMillis(), _ -> beat(stream, holds));
    request.response().endHandler(_ -> close(workspaceId, stream, timer));
    request.response().closeHandler(_ -> close(workspaceId, stream, timer));
    streams.add(stream);
    stream.open();
    if (leaving) {
      // It came back by a connection that was open already; the next one leads elsewhere.
      stream.leave();
      return;
    }
    hub.listen(workspaceId, Position.parse(request.request().getHeader("Last-Event-ID")), stream);
  }

  /// Ends every stream so that its browser comes back at once, at another gateway.
  public void endAll() {
    leaving = true;
    streams.forEach(LiveStream::leave);
  }

  private void close(UUID workspaceId, LiveStream stream, long timer) {
    // The server may tell both that the answer ended and that the connection closed.
    if (vertx.cancelTimer(timer)) {
      open.decrementAndGet();
      streams.remove(stream);
      hub.leave(workspaceId, stream);
    }
  }

  /// A stream does not outlive its session; whoever signed out hears nothing more.
  private void beat(LiveStream stream, Supplier<Uni<Boolean>> holds) {
    stream.heartbeat();
    holds
        .get()
        .subscribe()
        .with(
            still -> {
              if (!still) {
                stream.end();
              }
            },
            failure -> LOG.warnf("session not checked error=%s", failure.toString()));
  }
}
