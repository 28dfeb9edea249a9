package io.competitoriq.competitors.bulk;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// `/competitors/{id}/source-imports`: many sources at once.
@Path("/competitors/{id}/source-imports")
@RolesAllowed(Roles.ANALYST)
public class SourceImportResource {
  private final CurrentWorkspace workspace;
  private final SourceImport imports;

  SourceImportResource(CurrentWorkspace workspace, SourceImport imports) {
    this.workspace = workspace;
    this.imports = imports;
  }

  @POST
  public Uni<ImportedView> add(@RestPath UUID id, @NotNull @Valid ImportSources list) {
    return imports.add(workspace.id(), id, list);
  }
}
