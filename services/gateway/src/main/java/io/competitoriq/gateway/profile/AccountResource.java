package io.competitoriq.gateway.profile;

import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.erasure.AccountErasure;
import io.competitoriq.gateway.session.OwnSessions;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.gateway.workspace.Membership;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The account of whoever asks.
@Path("/api/v1/account")
public class AccountResource {

  private final Profile profile;
  private final OwnSessions sessions;
  private final Workspaces workspaces;
  private final AccountErasure erasure;
  private final SessionConfig config;

  AccountResource(
      Profile profile,
      OwnSessions sessions,
      Workspaces workspaces,
      AccountErasure erasure,
      SessionConfig config) {
    this.profile = profile;
    this.sessions = sessions;
    this.workspaces = workspaces;
    this.erasure = erasure;
    this.config = config;
  }

  /// What the person is called from now on.
  record Rename(@NotBlank @Size(max = 200) String name) {}

  /// A password and the one before it.
  record PasswordChange(
      @NotNull @Size(max = 200) String currentPassword, @NotNull String password) {

    /// Keeps both out of logs.
    @Override
    public String toString() {
      return "PasswordChange[...]";
    }
  }

  /// What it takes to have the account erased.
  record Erasure(
      @NotNull @Size(max = 254) String email, @Nullable @Size(max = 200) String password) {

    /// Keeps both out of logs.
    @Override
    public String toString() {
      return "Erasure[...]";
    }
  }

  record Sessions(List<OwnSessions.OwnSession> items) {}

  /// A workspace one may enter.
  ///
  /// @param current whether the session is in it
  record Place(UUID id, String name, Role role, boolean current) {}

  record Places(List<Place> items) {}

  @PATCH
  public Uni<Void> rename(@Context RoutingContext request, @Valid @NotNull Rename rename) {
    return profile.rename(SignedIn.of(request), origin(request), rename.name());
  }

  /// Everything that names the person; what they wrote stays, under nobody's name.
  @DELETE
  public Uni<RestResponse<Void>> erase(
      @Context RoutingContext request, @Valid @NotNull Erasure wanted) {
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return erasure
        .erase(SignedIn.of(request), wanted.email(), wanted.password())
        .map(
            _ ->
                RestResponse.ResponseBuilder.<Void>noContent()
                    .header(HttpHeaders.SET_COOKIE, visitor.expiredCookie())
                    .build());
  }

  @PUT
  @Path("/password")
  public Uni<Void> changePassword(
      @Context RoutingContext request, @Valid @NotNull PasswordChange change) {
    return profile.changePassword(
        SignedIn.of(request), origin(request), change.currentPassword(), change.password());
  }

  @GET
  @Path("/sessions")
  public Uni<Sessions> sessions(@Context RoutingContext request) {
    return sessions.all(SignedIn.of(request)).map(Sessions::new);
  }

  /// Ends all but the one that asks.
  @DELETE
  @Path("/sessions")
  public Uni<Void> endOtherSessions(@Context RoutingContext request) {
    return profile.endOtherSessions(SignedIn.of(request), origin(request));
  }

  @DELETE
  @Path("/sessions/{id}")
  public Uni<Void> endSession(@Context RoutingContext request, UUID id) {
    return profile.endSession(SignedIn.of(request), origin(request), id);
  }

  @GET
  @Path("/workspaces")
  public Uni<Places> workspaces(@Context RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    return workspaces
        .membershipsOf(who.accountId())
        .map(found -> new Places(found.stream().map(m -> place(m, who)).toList()));
  }

  private static Place place(Membership membership, SignedIn who) {
    return new Place(
        membership.workspaceId(),
        membership.workspaceName(),
        membership.role(),
        membership.workspaceId().equals(who.workspaceId()));
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), config.publicUrl()).origin();
  }
}
