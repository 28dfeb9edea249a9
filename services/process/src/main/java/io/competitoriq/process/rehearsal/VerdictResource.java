package io.competitoriq.process.rehearsal;

import io.competitoriq.process.ignore.IgnoreRule;
import io.competitoriq.process.ignore.NewRule;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// `/sources/{id}/verdicts`: from "not relevant" to a rule that was tried before it holds.
@Path("/sources/{id}/verdicts")
@RolesAllowed(Roles.ANALYST)
public class VerdictResource {

  private final Verdicts verdicts;
  private final Rehearsals rehearsals;
  private final CurrentWorkspace workspace;

  VerdictResource(Verdicts verdicts, Rehearsals rehearsals, CurrentWorkspace workspace) {
    this.verdicts = verdicts;
    this.rehearsals = rehearsals;
    this.workspace = workspace;
  }

  /// Rules that would cover a hunk, the most specific first.
  @POST
  @Path("/suggestions")
  public Uni<List<Suggestion>> suggest(@RestPath UUID id, @NotNull @Valid HunkRef hunk) {
    return verdicts.suggestions(workspace.id(), id, hunk);
  }

  /// What a rule would have done to the latest versions; nothing is kept.
  @POST
  @Path("/preview")
  public Uni<Rehearsal> preview(@RestPath UUID id, @NotNull @Valid TriedRule rule) {
    return rehearsals.preview(workspace.id(), id, rule);
  }

  /// What the rules in force do to the latest versions, with precision and recall.
  @GET
  @Path("/backtest")
  @RolesAllowed(Roles.VIEWER)
  public Uni<Rehearsal> backtest(
      @RestPath UUID id, @RestQuery @DefaultValue("20") @Min(2) @Max(50) int versions) {
    return rehearsals.backtest(workspace.id(), id, versions);
  }

  /// The hunk is no news, and neither is what the rule covers. Removing the rule undoes both.
  @POST
  @Path("/not-relevant")
  @ResponseStatus(201)
  public Uni<IgnoreRule> notRelevant(@RestPath UUID id, @NotNull @Valid NotRelevant wanted) {
    return verdicts.notRelevant(
        workspace.id(), workspace.memberId(), id, wanted.hunk(), wanted.rule());
  }

  /// What the hunk is to the caller, without a rule; for back-tests.
  @PUT
  @Path("/mark")
  public Uni<Void> mark(@RestPath UUID id, @NotNull @Valid WantedMark wanted) {
    return verdicts.mark(
        workspace.id(), workspace.memberId(), id, wanted.hunk(), wanted.relevant());
  }

  /// A hunk that is no news and the rule made of it.
  public record NotRelevant(@NotNull @Valid HunkRef hunk, @NotNull @Valid NewRule rule) {}

  /// @param relevant whether the hunk is news
  public record WantedMark(@NotNull @Valid HunkRef hunk, boolean relevant) {}
}
