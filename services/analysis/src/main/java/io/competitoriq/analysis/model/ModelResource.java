package io.competitoriq.analysis.model;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells whether a language model can be asked for the workspace, and if not, what is missing.
@Path("/model")
public class ModelResource {

  private final LanguageModel model;
  private final ModelSwitches switches;
  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;

  ModelResource(
      LanguageModel model,
      ModelSwitches switches,
      WorkspaceTransactions transactions,
      CurrentWorkspace workspace) {
    this.model = model;
    this.switches = switches;
    this.transactions = transactions;
    this.workspace = workspace;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<ModelView> get() {
    UUID id = workspace.id();
    return transactions.in(id, tx -> switches.isOn(tx, id)).map(enabled -> view(id, enabled));
  }

  private ModelView view(UUID workspaceId, boolean enabled) {
    return switch (model.availability()) {
      case Availability.Ready ready ->
          new ModelView(
              true,
              enabled,
              ready.model(),
              ready.baseUrl().toString(),
              switches
                  .objection(workspaceId, enabled)
                  .orElseGet(() -> "Signals are assessed by " + ready.model() + "."));
      case Availability.Absent absent -> new ModelView(false, enabled, null, null, absent.reason());
    };
  }

  /// Whether there is a model.
  ///
  /// @param enabled false where an admin has switched models off for the workspace
  /// @param reason a sentence for a person, in all cases
  public record ModelView(
      boolean configured,
      boolean enabled,
      @Nullable String model,
      @Nullable String baseUrl,
      String reason) {}
}
