package io.competitoriq.process.citation;

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

/// What the janitor of evidence asks before it lets a body go. Not an address of the gateway.
@Path("/evidence/cited")
@RolesAllowed(Roles.VIEWER)
public class CitationResource {

  private static final int MOST = 500;

  private final Citations citations;
  private final CurrentWorkspace workspace;

  CitationResource(Citations citations, CurrentWorkspace workspace) {
    this.citations = citations;
    this.workspace = workspace;
  }

  /// Reads only; a question too long for an address.
  @POST
  public Uni<Cited> cited(@NotNull @Valid Question question) {
    return citations.of(workspace.id(), question.snapshotIds());
  }

  /// The snapshots in question.
  public record Question(@NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> snapshotIds) {}
}
