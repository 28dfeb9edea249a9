package io.competitoriq.analysis.pack;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

/// A signal's evidence to take along.
@Path("/signals/{id}/evidence-pack")
public class SignalPackResource {

  private final Packs packs;
  private final CurrentWorkspace workspace;

  SignalPackResource(Packs packs, CurrentWorkspace workspace) {
    this.packs = packs;
    this.workspace = workspace;
  }

  @GET
  @Produces("application/zip")
  @RolesAllowed(Roles.VIEWER)
  public RestMulti<byte[]> get(@RestPath UUID id) {
    UUID workspaceId = workspace.id();
    Uni<Case> about = packs.open(workspaceId, id);
    return RestMulti.fromUniResponse(
        about, known -> packs.pack(workspaceId, known), _ -> headers(id));
  }

  private static Map<String, List<String>> headers(UUID id) {
    return Map.of(
        "Content-Disposition",
        List.of("attachment; filename=\"evidence-" + id + ".zip\""),
        "X-Content-Type-Options",
        List.of("nosniff"),
        "Cache-Control",
        List.of("no-store"));
  }
}
