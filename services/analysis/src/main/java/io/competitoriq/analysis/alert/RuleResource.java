package io.competitoriq.analysis.alert;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Idempotency;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Alert rules: written, tried on the past, looked at.
@Path("/alert-rules")
public class RuleResource {

  private final Rules rules;
  private final BackTests backTests;
  private final Firings firings;
  private final CompetitorCards cards;
  private final Idempotency idempotency;
  private final CurrentWorkspace workspace;

  RuleResource(
      Rules rules,
      BackTests backTests,
      Firings firings,
      CompetitorCards cards,
      Idempotency idempotency,
      CurrentWorkspace workspace) {
    this.rules = rules;
    this.backTests = backTests;
    this.firings = firings;
    this.cards = cards;
    this.idempotency = idempotency;
    this.workspace = workspace;
  }

  /// Oldest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<RuleView>> list() {
    return rules.list(workspace.id());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<RestResponse<RuleView>> get(@RestPath UUID id) {
    return rules.get(workspace.id(), id).map(RuleResource::tagged);
  }

  /// The competitors' tags are asked for first, so that the rule holds from its first signal.
  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<RuleView> create(
      @RestHeader(Idempotency.HEADER) @Nullable String key, @Valid @NotNull RuleRequest wanted) {
    UUID id = workspace.id();
    UUID member = workspace.memberId();
    wanted.require();
    return cards
        .refresh(id)
        .chain(
            () ->
                idempotency.once(
                    new Idempotency.Request(id, member, key, "/alert-rules", wanted),
                    new Idempotency.Making<>(
                        () -> rules.create(id, member, wanted),
                        RuleView::id,
                        made -> rules.get(id, made))));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<RuleView>> replace(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull RuleRequest wanted) {
    return rules.replace(workspace.id(), id, wanted, ifMatch).map(RuleResource::tagged);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> archive(@RestPath UUID id) {
    return rules.archive(workspace.id(), id);
  }

  /// What the rule would have done in the last days; nothing is stored or sent.
  @POST
  @Path("/test")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @RolesAllowed(Roles.VIEWER)
  public Uni<BackTest> test(@Valid @NotNull Trial trial) {
    return cards
        .refresh(workspace.id())
        .chain(
            () -> backTests.run(workspace.id(), trial.condition(), trial.telling(), trial.days()));
  }

  /// Newest first.
  @GET
  @Path("/{id}/firings")
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<FiringView>> firings(
      @RestPath UUID id,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    var from = Cursor.parse(cursor);
    int most = Page.requireLimit(limit);
    return rules.get(workspace.id(), id).chain(() -> firings.list(workspace.id(), id, from, most));
  }

  private static RestResponse<RuleView> tagged(RuleView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTags.of(view.version()))
        .build();
  }

  /// A rule that is not saved yet.
  ///
  /// @param days 1 to 90
  public record Trial(
      @Valid @NotNull Condition condition,
      @Valid @NotNull Telling telling,
      @Min(1) @Max(90) int days) {}
}
