package io.competitoriq.gateway.session;

import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// First-run set-up, open to whoever comes first and to nobody after.
@Path("/api/v1/setup")
public class SetupResource {

  private final FirstRun firstRun;
  private final SessionConfig config;
  private final AuthConfig auth;

  SetupResource(FirstRun firstRun, SessionConfig config, AuthConfig auth) {
    this.firstRun = firstRun;
    this.config = config;
    this.auth = auth;
  }

  /// @param needed true while no account exists and one could be made with a password; where people
  ///   only come through a provider, its first owner sets up by signing in
  record SetupView(boolean needed) {}

  @GET
  public Uni<SetupView> state() {
    return auth.mode().passwords()
        ? firstRun.isNeeded().map(SetupView::new)
        : Uni.createFrom().item(new SetupView(false));
  }

  @POST
  public Uni<RestResponse<SessionView>> setUp(
      @Valid @NotNull SetUp wanted, @Context RoutingContext request) {
    PasswordRule.require(auth);
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return firstRun.run(wanted, visitor.origin()).map(outcome -> answer(outcome, visitor));
  }

  private RestResponse<SessionView> answer(FirstRun.Outcome outcome, Visitor visitor) {
    return switch (outcome) {
      case FirstRun.Outcome.Done(Sessions.Opened session) ->
          RestResponse.ResponseBuilder.create(Status.CREATED, SessionView.of(session.signedIn()))
              .header(
                  HttpHeaders.SET_COOKIE,
                  visitor.cookieOf(session.token(), config.session().lifetime()))
              .build();
      case FirstRun.Outcome.AlreadyDone() ->
          throw Problems.conflict(
              "already-set-up", "This installation has been set up; sign in instead.");
    };
  }
}
