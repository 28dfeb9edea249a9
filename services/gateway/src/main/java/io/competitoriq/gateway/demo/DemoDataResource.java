package io.competitoriq.gateway.demo;

import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/// Looking around without watching anybody, each for themselves.
@Path("/api/v1/demo-data")
public class DemoDataResource {

  private final DemoWorkspaces demos;
  private final SessionConfig config;

  DemoDataResource(DemoWorkspaces demos, SessionConfig config) {
    this.demos = demos;
    this.config = config;
  }

  @GET
  public Uni<DemoWorkspaces.Standing> standing(@Context RoutingContext request) {
    return demos.standing(SignedIn.of(request));
  }

  @POST
  public Uni<DemoWorkspaces.Standing> add(@Context RoutingContext request) {
    return demos.add(SignedIn.of(request), origin(request));
  }

  @DELETE
  public Uni<Void> remove(@Context RoutingContext request) {
    return demos.remove(SignedIn.of(request), origin(request));
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), config.publicUrl()).origin();
  }
}
