package io.competitoriq.gateway.config;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;

/// The workspace as code, for admins.
@Path("/api/v1/workspace/config")
public class ConfigResource {

  private static final String YAML = "application/yaml";

  private final WorkspaceConfigs configs;

  ConfigResource(WorkspaceConfigs configs) {
    this.configs = configs;
  }

  /// The same workspace gives the same bytes; nothing secret is in them.
  @GET
  @Produces(YAML)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"workspace.yaml\"")
  public Uni<String> export(@Context RoutingContext request) {
    requireAdmin(request);
    return configs.export(request);
  }

  /// Brings the workspace to what the document says, or only tells the plan.
  @PUT
  @Consumes({YAML, "text/yaml", "application/x-yaml", MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<PlanView> apply(
      @Context RoutingContext request,
      @RestQuery @DefaultValue("false") boolean dryRun,
      @RestQuery @DefaultValue("false") boolean prune,
      @NotNull String document) {
    requireAdmin(request);
    return configs.apply(request, document, new WorkspaceConfigs.How(dryRun, prune));
  }

  private static void requireAdmin(RoutingContext request) {
    if (SignedIn.of(request).role().compareTo(Role.ADMIN) < 0) {
      throw Problems.forbidden(
          "admin-required",
          "Only admins export a workspace or apply a document to it; ask an admin of the workspace.");
    }
  }
}
