package io.competitoriq.gateway.queue;

import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SessionToken;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.gateway.stop.GracefulStop;
import io.competitoriq.jobs.live.QueueEvent;
import io.competitoriq.jobs.live.QueueEvents;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ends of a queue's jobs as they happen. Never authoritative: what was missed while Redis was
/// away is not told again.
@Path("/api/v1/queues/{queue}/events")
public class QueueEventsResource {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final long RECONNECT_MILLIS = 2000;

  private final QueueAdmin admin;
  private final KnownQueues known;
  private final QueueEvents events;
  private final Sessions sessions;
  private final SessionConfig config;
  private final GracefulStop stop;

  QueueEventsResource(
      QueueAdmin admin,
      KnownQueues known,
      QueueEvents events,
      Sessions sessions,
      SessionConfig config,
      GracefulStop stop) {
    this.admin = admin;
    this.known = known;
    this.events = events;
    this.sessions = sessions;
    this.config = config;
    this.stop = stop;
  }

  /// Resumes behind `Last-Event-ID` as long as the event is among the last thousand or so.
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> stream(
      @Context RoutingContext request,
      @Context Sse sse,
      String queue,
      @HeaderParam("Last-Event-ID") @Nullable String lastId) {
    admin.require(request);
    SessionToken token = Visitor.of(request.request(), config.publicUrl()).token().orElseThrow();
    return known
        .require(queue)
        .onItem()
        .transformToMulti(
            name ->
                Multi.createBy()
                    .merging()
                    .streams(
                        stop.<OutboundSseEvent>leaving(),
                        alive(token).map(_ -> sse.newEventBuilder().comment("heartbeat").build()),
                        events.from(name, lastId == null ? "" : lastId).map(e -> event(sse, e)))
                    // Whatever ends it, the browser comes back and is asked who it is.
                    .onFailure()
                    .recoverWithCompletion());
  }

  /// Ticks as long as the session is live and its account still a queue admin, then fails.
  private Multi<SignedIn> alive(SessionToken token) {
    return Multi.createFrom()
        .ticks()
        .every(HEARTBEAT)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(_ -> holder(token))
        .map(Optional::orElseThrow);
  }

  private Uni<Optional<SignedIn>> holder(SessionToken token) {
    return sessions
        .resume(token, Sessions.Use.WATCH)
        .map(found -> found.filter(SignedIn::queueAdmin));
  }

  private static OutboundSseEvent event(Sse sse, QueueEvent event) {
    String id = event.id();
    var told = id == null ? sse.newEventBuilder() : sse.newEventBuilder().id(id);
    return told.name(event.type())
        .reconnectDelay(RECONNECT_MILLIS)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(new JsonObject().put("type", event.type()).put("jobId", event.jobId()).encode())
        .build();
  }
}
