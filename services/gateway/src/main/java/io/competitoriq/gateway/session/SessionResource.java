package io.competitoriq.gateway.session;

import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/// The session of the browser that asks.
@Path("/api/v1/session")
public class SessionResource {

  private final Door door;
  private final Sessions sessions;
  private final Voucher voucher;
  private final SessionConfig config;
  private final AuthConfig auth;

  SessionResource(
      Door door, Sessions sessions, Voucher voucher, SessionConfig config, AuthConfig auth) {
    this.door = door;
    this.sessions = sessions;
    this.voucher = voucher;
    this.config = config;
    this.auth = auth;
  }

  /// @param continueAt where the browser goes to sign out at the provider as well
  record SignedOutView(URI continueAt) {}

  @GET
  public SessionView current(@Context RoutingContext request) {
    return SessionView.of(SignedIn.of(request));
  }

  @POST
  public Uni<RestResponse<SessionView>> signIn(
      @Valid @NotNull SignIn attempt, @Context RoutingContext request) {
    PasswordRule.require(auth);
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return door.signIn(attempt, visitor.origin()).map(outcome -> answer(outcome, visitor));
  }

  /// Signs out. Without a live session there is nothing to do, which is no error.
  @DELETE
  public Uni<RestResponse<SignedOutView>> signOut(@Context RoutingContext request) {
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return visitor
        .token()
        .map(token -> sessions.resume(token, Sessions.Use.WATCH))
        .orElse(Uni.createFrom().item(Optional.empty()))
        .chain(signedIn -> signOut(signedIn, visitor))
        .map(farewell -> signedOut(farewell, visitor));
  }

  private Uni<Optional<URI>> signOut(Optional<SignedIn> signedIn, Visitor visitor) {
    return signedIn
        .map(who -> farewell(who).call(() -> door.signOut(who, visitor.origin())))
        .orElse(Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<URI>> farewell(SignedIn who) {
    return auth.mode().provider() ? voucher.farewell(who) : Uni.createFrom().item(Optional.empty());
  }

  private static RestResponse<SignedOutView> signedOut(Optional<URI> farewell, Visitor visitor) {
    return farewell
        .map(to -> RestResponse.ResponseBuilder.ok(new SignedOutView(to)))
        .orElseGet(RestResponse.ResponseBuilder::<SignedOutView>noContent)
        .header(HttpHeaders.SET_COOKIE, visitor.expiredCookie())
        .build();
  }

  private RestResponse<SessionView> answer(Door.Outcome outcome, Visitor visitor) {
    return switch (outcome) {
      case Door.Outcome.Opened(Sessions.Opened session) ->
          RestResponse.ResponseBuilder.ok(SessionView.of(session.signedIn()))
              .header(
                  HttpHeaders.SET_COOKIE,
                  visitor.cookieOf(session.token(), config.session().lifetime()))
              .build();
      case Door.Outcome.Refused() ->
          throw Problems.unauthorized(
              "credentials-wrong", "The e-mail address or the password is not right.");
      case Door.Outcome.ThroughProvider() -> throw PasswordRule.throughProvider();
      case Door.Outcome.Throttled(var retryAfter) ->
          throw Problems.tooMany(
              "sign-in-throttled",
              "Too many attempts. Wait %d seconds and try again.".formatted(retryAfter.toSeconds()),
              retryAfter);
    };
  }
}
