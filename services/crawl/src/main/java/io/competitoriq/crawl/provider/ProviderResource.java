package io.competitoriq.crawl.provider;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/// Providers over HTTP. A key goes in and never comes out.
@Path("/providers")
@RolesAllowed(Roles.VIEWER)
public class ProviderResource {
  private final Providers providers;
  private final CurrentWorkspace workspace;

  ProviderResource(Providers providers, CurrentWorkspace workspace) {
    this.providers = providers;
    this.workspace = workspace;
  }

  @GET
  public Uni<List<ProviderView>> list() {
    return providers.all(workspace.id());
  }

  @GET
  @Path("/{provider}")
  public Uni<ProviderView> get(@RestPath String provider) {
    return providers.one(workspace.id(), Provider.ofPath(provider));
  }

  /// Asks the provider whether the key is good and stores it if it is.
  @PUT
  @Path("/{provider}/key")
  @RolesAllowed(Roles.ADMIN)
  public Uni<ProviderView> putKey(@RestPath String provider, @NotNull @Valid PutKey wanted) {
    return providers.putKey(workspace.id(), Provider.ofPath(provider), wanted.key().strip());
  }

  @DELETE
  @Path("/{provider}/key")
  @RolesAllowed(Roles.ADMIN)
  public Uni<Void> deleteKey(@RestPath String provider) {
    return providers.deleteKey(workspace.id(), Provider.ofPath(provider));
  }

  @PUT
  @Path("/{provider}/budget")
  @RolesAllowed(Roles.ADMIN)
  public Uni<ProviderView> putBudget(@RestPath String provider, @NotNull @Valid PutBudget wanted) {
    return providers.putBudget(workspace.id(), Provider.ofPath(provider), wanted.budget());
  }
}
