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

/// Many competitors edited by one request, each answered for itself.
@Path("/competitors/bulk")
@RolesAllowed(Roles.ANALYST)
public class CompetitorBulkResource {

  private final CurrentWorkspace workspace;
  private final BulkEdits edits;

  CompetitorBulkResource(CurrentWorkspace workspace, BulkEdits edits) {
    this.workspace = workspace;
    this.edits = edits;
  }

  @POST
  public Uni<BulkOutcome> edit(@NotNull @Valid CompetitorEdit edit) {
    return edits.competitors(workspace.id(), edit);
  }

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
