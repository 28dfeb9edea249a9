package io.competitoriq.process.reprocess;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// `/reprocessings`: reads stored snapshots again with today's extractor.
@Path("/reprocessings")
@RolesAllowed(Roles.ADMIN)
public class ReprocessingResource {

  private final Reprocessings reprocessings;
  private final CurrentWorkspace workspace;

  ReprocessingResource(Reprocessings reprocessings, CurrentWorkspace workspace) {
    this.reprocessings = reprocessings;
    this.workspace = workspace;
  }

  @POST
  @ResponseStatus(202)
  public Uni<Reprocessing> start(@NotNull @Valid Wanted wanted) {
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
