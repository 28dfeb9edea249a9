package io.competitoriq.process.ignore;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// `/ignore-rules`: what the workspace declared to be no news.
@Path("/ignore-rules")
@RolesAllowed(Roles.ANALYST)
public class IgnoreRuleResource {

  private final IgnoreRules rules;
  private final CurrentWorkspace workspace;

  IgnoreRuleResource(IgnoreRules rules, CurrentWorkspace workspace) {
    this.rules = rules;
    this.workspace = workspace;
  }

  /// All that are in force somewhere, at most 500.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<IgnoreRule>> list() {
    return rules.list(workspace.id());
  }

  @POST
  @ResponseStatus(201)
  public Uni<IgnoreRule> add(@NotNull @Valid NewRule rule) {
    return rules.add(workspace.id(), workspace.memberId(), rule);
  }

  /// Another pattern for a rule in force.
  @PUT
  @Path("/{id}")
  public Uni<IgnoreRule> edit(@RestPath UUID id, @NotNull @Valid WantedPattern wanted) {
    return rules.edit(workspace.id(), id, wanted.kind(), wanted.pattern());
  }

  @DELETE
  @Path("/{id}")
  public Uni<Void> remove(@RestPath UUID id) {
    return rules.remove(workspace.id(), id);
  }

  /// Takes a removal back.
  @POST
  @Path("/{id}/restore")
  public Uni<IgnoreRule> restore(@RestPath UUID id) {
    return rules.restore(workspace.id(), id);
  }

  /// Whether the rules of a tag stand beside those of the workspace or instead of them.
  @PUT
  @Path("/tags/{tag}/mode")
  public Uni<Void> setMode(@RestPath String tag, @NotNull @Valid WantedMode wanted) {
    return rules.setMode(workspace.id(), tag, wanted.mode());
  }

  /// What a rule is to cover.
  public record WantedPattern(
      @NotNull RuleKind kind, @NotNull @Pattern(regexp = "[^\\x00]*") String pattern) {}

  /// How rules are to relate to those of the levels above.
  public record WantedMode(@NotNull RuleMode mode) {}
}
