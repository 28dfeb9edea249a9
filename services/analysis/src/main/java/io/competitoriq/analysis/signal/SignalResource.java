package io.competitoriq.analysis.signal;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Signals: read, counted, triaged.
@Path("/signals")
public class SignalResource {

  private final Signals signals;
  private final SignalCounts counts;
  private final SignalTriage triage;
  private final CurrentWorkspace workspace;
  private final Clock clock;

  SignalResource(
      Signals signals,
      SignalCounts counts,
      SignalTriage triage,
      CurrentWorkspace workspace,
      Clock clock) {
    this.signals = signals;
    this.counts = counts;
    this.triage = triage;
    this.workspace = workspace;
    this.clock = clock;
  }

  /// Newest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<SignalView>> list(
      @BeanParam SignalQuery query,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return signals.list(
        workspace.id(),
        SignalFilter.of(query, workspace.memberId()),
        Cursor.parse(cursor),
        Page.requireLimit(limit));
  }

  /// How many signals the same filters would list, by triage, category, severity and competitor.
  @GET
  @Path("/counts")
  @RolesAllowed(Roles.VIEWER)
  public Uni<Counts> counts(@BeanParam SignalQuery query) {
    return counts.of(workspace.id(), SignalFilter.of(query, workspace.memberId())).map(Counts::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<RestResponse<SignalView>> get(@RestPath UUID id) {
    return signals.get(workspace.id(), id).map(SignalResource::tagged);
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<SignalView>> decide(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Decision decision) {
    Until.require(decision.triage(), decision.until(), clock.instant());
    return triage
        .decide(
            workspace.id(), id, was -> was.decided(decision.triage(), decision.until()), ifMatch)
        .map(SignalResource::tagged);
  }

  /// Gives the signal to a member, or to nobody.
  @PUT
  @Path("/{id}/assignee")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<SignalView>> assign(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Assignment assignment) {
    return triage
        .decide(workspace.id(), id, was -> was.assigned(assignment.memberId()), ifMatch)
        .map(SignalResource::tagged);
  }

  @POST
  @Path("/triage")
  @RolesAllowed(Roles.ANALYST)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<SignalTriage.Batch> decideAll(@Valid @NotNull BatchDecision decision) {
    Until.require(decision.triage(), decision.until(), clock.instant());
    return triage.decideAll(
        act(
            decision.ids(),
            decision.wholeStories(),
            was -> was.decided(decision.triage(), decision.until())));
  }

  @POST
  @Path("/assign")
  @RolesAllowed(Roles.ANALYST)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<SignalTriage.Batch> assignAll(@Valid @NotNull BatchAssignment assignment) {
    return triage.decideAll(
        act(
            assignment.ids(),
            assignment.wholeStories(),
            was -> was.assigned(assignment.memberId())));
  }

  /// Takes the caller's own act back, once, within a minute. Signals somebody acted on since are
  /// told as failed and stay.
  @POST
  @Path("/undo")
  @RolesAllowed(Roles.ANALYST)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<SignalTriage.Batch> undo(@Valid @NotNull Undo undo) {
    return triage.undo(workspace.id(), workspace.memberId(), undo.token());
  }

  private SignalTriage.Act act(
      List<UUID> ids, boolean wholeStories, UnaryOperator<Standing> change) {
    return new SignalTriage.Act(workspace.id(), workspace.memberId(), ids, wholeStories, change);
  }

  private static RestResponse<SignalView> tagged(SignalView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTags.of(view.version()))
        .build();
  }

  /// A decision about one signal.
  ///
  /// @param until with SNOOZED always, with MUTED perhaps
  public record Decision(@NotNull Triage triage, @Nullable Until until) {}

  /// @param memberId null for nobody
  public record Assignment(@Nullable UUID memberId) {}

  /// A decision about many signals.
  ///
  /// @param wholeStories the other signals of their stories as well
  public record BatchDecision(
      @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids,
      @NotNull Triage triage,
      @Nullable Until until,
      boolean wholeStories) {}

  /// Many signals for one member, or for nobody.
  public record BatchAssignment(
      @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids,
      @Nullable UUID memberId,
      boolean wholeStories) {}

  /// @param token of the act to take back
  public record Undo(@NotNull UUID token) {}

  /// Numbers of signals by value.
  ///
  /// @param competitor by the competitor's id
  public record Counts(
      Map<String, Long> triage,
      Map<String, Long> category,
      Map<String, Long> severity,
      Map<String, Long> competitor) {

    static Counts of(Map<String, Map<String, Long>> byField) {
      return new Counts(
          byField.getOrDefault("triage", Map.of()),
          byField.getOrDefault("category", Map.of()),
          byField.getOrDefault("severity", Map.of()),
          byField.getOrDefault("competitorId", Map.of()));
    }
  }
}
