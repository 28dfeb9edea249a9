package io.competitoriq.gateway.erasure;

import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/// The end of the workspace, for its owners.
@Path("/api/v1/workspace")
public class ErasureResource {

  private final WorkspaceErasures erasures;
  private final SessionConfig config;

  ErasureResource(WorkspaceErasures erasures, SessionConfig config) {
    this.erasures = erasures;
    this.config = config;
  }

  /// What it takes to have it erased.
  record Farewell(
      @NotNull @Size(max = 200) String name, @Nullable @Size(max = 200) String password) {

    /// Keeps the password out of logs.
    @Override
    public String toString() {
      return "Farewell[" + name + "]";
    }
  }

  /// @param erasure null when nobody asked for it
  record Standing(WorkspaceErasures.@Nullable View erasure) {}

  @DELETE
  public Uni<Void> erase(@Context RoutingContext request, @Valid @NotNull Farewell farewell) {
    return erasures.ask(
        SignedIn.of(request), origin(request), farewell.name(), farewell.password());
  }

  @GET
  @Path("/erasure")
  public Uni<Standing> standing(@Context RoutingContext request) {
    return erasures.view(SignedIn.of(request)).map(found -> new Standing(found.orElse(null)));
  }

  @DELETE
  @Path("/erasure")
  public Uni<Void> takeBack(@Context RoutingContext request) {
    return erasures.takeBack(SignedIn.of(request), origin(request));
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), config.publicUrl()).origin();
  }
}
