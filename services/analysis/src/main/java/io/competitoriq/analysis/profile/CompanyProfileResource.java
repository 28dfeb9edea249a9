package io.competitoriq.analysis.profile;

import io.competitoriq.http.EntityTags;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The workspace's own company: everybody reads it, admins write it.
@Path("/company-profile")
public class CompanyProfileResource {

  private final CompanyProfiles profiles;
  private final CurrentWorkspace workspace;

  CompanyProfileResource(CompanyProfiles profiles, CurrentWorkspace workspace) {
    this.profiles = profiles;
    this.workspace = workspace;
  }

  /// Version 0 and empty until somebody says something.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<RestResponse<CompanyProfileView>> get() {
    return profiles.get(workspace.id()).map(CompanyProfileResource::tagged);
  }

  /// The whole profile; assessments from now on read it.
  @PUT
  @RolesAllowed(Roles.ADMIN)
  public Uni<RestResponse<CompanyProfileView>> put(
      @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull CompanyProfile wanted) {
    return profiles
        .put(workspace.id(), workspace.memberId(), wanted, ifMatch)
        .map(CompanyProfileResource::tagged);
  }

  private static RestResponse<CompanyProfileView> tagged(CompanyProfileView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTags.of(view.version()))
        .build();
  }
}
