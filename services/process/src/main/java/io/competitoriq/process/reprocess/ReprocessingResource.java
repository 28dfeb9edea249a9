package io.competitoriq.process.reprocess;

import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// `/reprocessings`: reads stored snapshots again with today's extractor.
@Path("/reprocessings")
@RolesAllowed(Roles.VIEWER)
public class ReprocessingResource {

  private final Reprocessings reprocessings;
  private final CurrentWorkspace workspace;
  private final SecurityIdentity caller;

  ReprocessingResource(
      Reprocessings reprocessings, CurrentWorkspace workspace, SecurityIdentity caller) {
    this.reprocessings = reprocessings;
    this.workspace = workspace;
    this.caller = caller;
  }

  /// The latest ones, newest first, at most 20.
  @GET
  public Uni<List<ReprocessingHead>> list() {
    return reprocessings.list(workspace.id());
  }

  /// One source is an analyst's to ask for; all of them are work for hours, so that is an admin's.
  @POST
  @ResponseStatus(202)
  @RolesAllowed(Roles.ANALYST)
  public Uni<Reprocessing> start(@NotNull @Valid Wanted wanted) {
    if (wanted.sourceId() == null && !caller.hasRole(Roles.ADMIN)) {
      throw Problems.forbidden(
          "admin-needed",
          "Reading all sources of the workspace again needs the role admin. Name one source instead.");
    }
    return reprocessings.start(
        workspace.id(), workspace.memberId(), wanted.sourceId(), wanted.dryRun());
  }

  @GET
  @Path("/{id}")
  public Uni<Reprocessing> get(@RestPath UUID id) {
    return reprocessings.get(workspace.id(), id);
  }

  /// @param sourceId null for all sources of the workspace
  /// @param dryRun whether to compare only and keep what stands
  public record Wanted(@Nullable UUID sourceId, boolean dryRun) {}
}
