package io.competitoriq.process.ignore;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// `/sources/{id}/ignore-rules`: what is no news on one source.
@Path("/sources/{id}/ignore-rules")
public class SourceRuleResource {

  private final IgnoreRules rules;
  private final CurrentWorkspace workspace;

  SourceRuleResource(IgnoreRules rules, CurrentWorkspace workspace) {
    this.rules = rules;
    this.workspace = workspace;
  }

  /// The rules in force with the level each comes from, and those that are replaced.
  @GET
  @Path("/effective")
  @RolesAllowed(Roles.VIEWER)
  public Uni<EffectiveRules> effective(@RestPath UUID id) {
    return rules.effective(workspace.id(), id);
  }

  /// Whether the source's rules stand beside those above or instead of them.
  @PUT
  @Path("/mode")
  @RolesAllowed(Roles.ANALYST)
  public Uni<EffectiveRules> setMode(
      @RestPath UUID id, @NotNull @Valid IgnoreRuleResource.WantedMode wanted) {
    return rules.setMode(workspace.id(), id, wanted.mode());
  }
}
