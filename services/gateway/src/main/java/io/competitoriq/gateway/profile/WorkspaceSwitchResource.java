package io.competitoriq.gateway.profile;

import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;

/// The workspace the session is in.
@Path("/api/v1/session/workspace")
public class WorkspaceSwitchResource {

  private final Profile profile;
  private final SessionConfig config;

  WorkspaceSwitchResource(Profile profile, SessionConfig config) {
    this.profile = profile;
    this.config = config;
  }

  /// Where to go.
  record Switch(@NotNull UUID workspaceId) {}

  @POST
  public Uni<Void> enter(@Context RoutingContext request, @Valid @NotNull Switch wanted) {
    var origin = Visitor.of(request.request(), config.publicUrl()).origin();
    return profile.enter(SignedIn.of(request), origin, wanted.workspaceId());
  }
}
