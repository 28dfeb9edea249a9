package io.competitoriq.gateway.invitation;

import io.competitoriq.gateway.link.LinkToken;
import io.competitoriq.gateway.link.Links;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SessionView;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What an invitation's link opens, for whoever holds it.
@Path("/api/v1/invitations")
public class AcceptanceResource {

  private final Acceptance acceptance;
  private final Links links;
  private final Sessions sessions;
  private final SessionConfig config;

  AcceptanceResource(Acceptance acceptance, Links links, Sessions sessions, SessionConfig config) {
    this.acceptance = acceptance;
    this.links = links;
    this.sessions = sessions;
    this.config = config;
  }

  /// @param accountExists whether the address signs in already, so that its password is asked for
  record Preview(
      String workspace,
      String invitedBy,
      String email,
      Role role,
      Instant expiresAt,
      boolean accountExists) {}

  /// The token travels in the body, where no log writes it down.
  record Opening(@NotNull String token) {

    /// Keeps the token out of logs.
    @Override
    public String toString() {
      return "Opening[...]";
    }
  }

  /// @param name of a new account
  /// @param password a new account's, or the one of the account there is
  record Reply(@NotNull String token, @Nullable String name, @Nullable String password) {

    /// Keeps token and password out of logs.
    @Override
    public String toString() {
      return "Reply[...]";
    }
  }

  @POST
  @Path("/preview")
  public Uni<Preview> preview(@Context RoutingContext request, @Valid @NotNull Opening opening) {
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return links
        .attempt(visitor.origin().address())
        .chain(() -> acceptance.find(LinkToken.parse(opening.token())))
        .chain(
            invited ->
                acceptance
                    .isKnown(invited)
                    .map(
                        known ->
                            new Preview(
                                invited.workspaceName(),
                                invited.invitedBy(),
                                invited.email().value(),
                                invited.role(),
                                invited.expiresAt(),
                                known)));
  }

  @POST
  @Path("/accept")
  public Uni<RestResponse<SessionView>> accept(
      @Context RoutingContext request, @Valid @NotNull Reply reply) {
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return links
        .attempt(visitor.origin().address())
        .chain(() -> current(visitor))
        .chain(
            current ->
                acceptance.accept(
                    new Acceptance.Answer(
                        LinkToken.parse(reply.token()),
                        reply.name(),
                        reply.password(),
                        current,
                        visitor.origin())))
        .map(opened -> answer(opened, visitor));
  }

  private Uni<Optional<SignedIn>> current(Visitor visitor) {
    return visitor
        .token()
        .map(token -> sessions.resume(token, Sessions.Use.WATCH))
        .orElse(Uni.createFrom().item(Optional.empty()));
  }

  private RestResponse<SessionView> answer(Sessions.Opened opened, Visitor visitor) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, SessionView.of(opened.signedIn()))
        .header(
            HttpHeaders.SET_COOKIE, visitor.cookieOf(opened.token(), config.session().lifetime()))
        .build();
  }
}
