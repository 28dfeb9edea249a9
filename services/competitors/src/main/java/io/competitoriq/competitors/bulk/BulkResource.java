package io.competitoriq.competitors.bulk;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Many sources or competitors edited by one request, each answered for itself.
@Path("/")
@RolesAllowed(Roles.ANALYST)
public class BulkResource {

  private final CurrentWorkspace workspace;
  private final BulkEdits edits;

  BulkResource(CurrentWorkspace workspace, BulkEdits edits) {
    this.workspace = workspace;
    this.edits = edits;
  }

  @POST
  @Path("/sources/bulk")
  public Uni<BulkOutcome> sources(@NotNull @Valid SourceEdit edit) {
    return edits.sources(workspace.id(), edit);
  }

  @POST
  @Path("/competitors/bulk")
  public Uni<BulkOutcome> competitors(@NotNull @Valid CompetitorEdit edit) {
    return edits.competitors(workspace.id(), edit);
  }

  /// @param paused what the sources shall be
  public record SourceEdit(
      @NotNull @Size(min = 1, max = BulkOutcome.MOST) List<@NotNull UUID> ids,
      @NotNull Boolean paused) {}

  /// @param paused what all sources of the competitors shall be; null leaves them
  public record CompetitorEdit(
      @NotNull @Size(min = 1, max = BulkOutcome.MOST) List<@NotNull UUID> ids,
      @Nullable Boolean paused,
      @Size(max = 20) List<@NotBlank @Size(max = 40) @Pattern(regexp = "[^\\x00]*") String> addTags,
      @Size(max = 20) List<@NotBlank @Size(max = 40) String> removeTags) {

    public CompetitorEdit {
      addTags = addTags == null ? List.of() : addTags;
      removeTags = removeTags == null ? List.of() : removeTags;
    }
  }
}
