package io.competitoriq.gateway.live;

import io.competitoriq.jobs.live.LiveEvent;
import io.competitoriq.jobs.live.LiveEventReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// The one reader of the live stream in this process, handing each event to the listeners of its
/// workspace. All state is touched on one event loop only, so nothing is locked.
@ApplicationScoped
class LiveHub {

  private static final Logger LOG = Logger.getLogger(LiveHub.class);

  private final LiveEventReader reader;
  private final Context home;
  private final LiveTail tail;
  private final Map<UUID, Map<Listener, Position>> listeners = new HashMap<>();
  private Cancellable reading = () -> {};

  LiveHub(LiveEventReader reader, Vertx vertx, LiveConfig config) {
    this.reader = reader;
    this.home = vertx.getOrCreateContext();
    this.tail = new LiveTail(config.history());
  }

  /// Somebody who wants a workspace's events. Called on the hub's event loop; must not block.
  interface Listener {
    /// Listening begins behind that position.
    void begin(Position at);

    void accept(LiveEvent event);

    /// Events may have been missed: read everything anew.
    void missed();
  }

  /// Reads from the oldest event Redis still has, so that browsers can resume across a restart.
  void start(@Observes StartupEvent started) {
    reading =
        reader
            .from(Position.START.toString())
            .subscribe()
            .with(
                event -> home.runOnContext(_ -> publish(event)),
                failure -> LOG.error("live events stopped", failure));
  }

  void stop(@Observes ShutdownEvent stopping) {
    reading.cancel();
  }

  /// Hands over what was missed after that position, then what comes. Without a position, what
  /// comes. Every gateway reads the same stream, some a little later: a position may be ahead of
  /// what this one has read, and what lies before it is not told again.
  void listen(UUID workspaceId, Optional<Position> last, Listener listener) {
    home.runOnContext(
        _ -> {
          Position from = last.orElseGet(tail::end);
          listener.begin(from);
          catchUp(workspaceId, from, listener);
          listeners.computeIfAbsent(workspaceId, _ -> new LinkedHashMap<>()).put(listener, from);
        });
  }

  void leave(UUID workspaceId, Listener listener) {
    home.runOnContext(
        _ ->
            listeners.computeIfPresent(
                workspaceId,
                (_, present) -> {
                  present.remove(listener);
                  return present.isEmpty() ? null : present;
                }));
  }

  private void catchUp(UUID workspaceId, Position position, Listener listener) {
    if (tail.hasGapAfter(position)) {
      listener.missed();
    }
    tail.after(position, workspaceId).forEach(listener::accept);
  }

  private void publish(LiveEvent event) {
    Optional<Position> at = Position.parse(event.id());
    if (at.isEmpty()) {
      LOG.warnf("live event without a position id=%s", event.id());
      return;
    }
    tail.add(at.get(), event);
    listeners
        .getOrDefault(event.workspaceId(), Map.of())
        .forEach(
            (listener, from) -> {
              if (at.get().compareTo(from) > 0) {
                listener.accept(event);
              }
            });
  }
}
