package io.competitoriq.competitors.bulk;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/// Many sources edited by one request, each answered for itself.
@Path("/sources/bulk")
@RolesAllowed(Roles.ANALYST)
public class SourceBulkResource {

  private final CurrentWorkspace workspace;
  private final BulkEdits edits;

  SourceBulkResource(CurrentWorkspace workspace, BulkEdits edits) {
    this.workspace = workspace;
    this.edits = edits;
  }

  @POST
  public Uni<BulkOutcome> edit(@NotNull @Valid SourceEdit edit) {
    return edits.sources(workspace.id(), edit);
  }

  /// @param paused what the sources shall be
  public record SourceEdit(
      @NotNull @Size(min = 1, max = BulkOutcome.MOST) List<@NotNull UUID> ids,
      @NotNull Boolean paused) {}
}
