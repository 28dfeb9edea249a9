package io.competitoriq.gateway.oidc;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/// Where browsers go to sign in through the provider. Both addresses are navigated to, so every
/// answer is a redirect: to the provider, to the page the person wanted, or to the sign-in page
/// with what went wrong.
@Path("/api/v1/session/oidc")
public class OidcResource {

  private static final Logger LOG = Logger.getLogger(OidcResource.class);

  private final CodeFlow flow;
  private final AttemptCookie cookies;
  private final OidcSettings settings;
  private final SessionConfig config;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final MeterRegistry meters;

  OidcResource(
      CodeFlow flow,
      AttemptCookie cookies,
      OidcSettings settings,
      SessionConfig config,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      MeterRegistry meters) {
    this.flow = flow;
    this.cookies = cookies;
    this.settings = settings;
    this.config = config;
    this.audit = audit;
    this.transactions = transactions;
    this.meters = meters;
  }

  /// @param wanted `return`: the page to go on to, a path of ours
  @GET
  public Uni<RestResponse<Void>> start(
      @RestQuery("return") @Nullable String wanted, @Context RoutingContext request) {
    requireUse();
    var visitor = Visitor.of(request.request(), config.publicUrl());
    return flow.begin(ReturnPath.of(wanted))
        .map(
            begun ->
                redirect(begun.address().toString())
                    .header(
                        HttpHeaders.SET_COOKIE, cookies.begin(begun.attempt(), visitor.secure()))
                    .build())
        .onFailure(ProviderAway.class)
        .recoverWithItem(failure -> redirect(problem(refusalOf(failure))).build());
  }

  @GET
  @Path("/callback")
  public Uni<RestResponse<Void>> complete(
      @RestQuery @Nullable String state, @Context RoutingContext request) {
    requireUse();
    var visitor = Visitor.of(request.request(), config.publicUrl());
    Optional<SignInAttempt> begun = cookies.read(request.request(), state);
    if (begun.isEmpty()) {
      // Anybody can send anything here: what belongs to no attempt leaves no row.
      countRefusal(Refusal.EXPIRED);
      return Uni.createFrom().item(redirect(problem(Refusal.EXPIRED)).build());
    }
    SignInAttempt attempt = begun.get();
    return Uni.createFrom()
        .deferred(() -> flow.complete(answer(request), attempt, visitor.origin()))
        .map(
            opened ->
                redirect(attempt.returnPath())
                    .header(HttpHeaders.SET_COOKIE, sessionCookie(opened, visitor)))
        .onFailure()
        .recoverWithUni(failure -> refuse(refusalOf(failure), visitor))
        .map(
            response ->
                response
                    .header(HttpHeaders.SET_COOKIE, cookies.end(attempt, visitor.secure()))
                    .build());
  }

  private URI answer(RoutingContext request) {
    String query = request.request().query();
    return URI.create(settings.callback() + "?" + (query == null ? "" : query));
  }

  private String sessionCookie(Sessions.Opened opened, Visitor visitor) {
    return visitor.cookieOf(opened.token(), config.session().lifetime());
  }

  private Uni<ResponseBuilder<Void>> refuse(Refusal refusal, Visitor visitor) {
    countRefusal(refusal);
    return transactions
        .global(_ -> audit.add(AuditAction.SIGN_IN_FAILED, null, null, visitor.origin()))
        .map(_ -> redirect(problem(refusal)));
  }

  private void countRefusal(Refusal refusal) {
    meters.counter("ciq.auth.failures", "reason", "provider-" + refusal.code()).increment();
  }

  private static Refusal refusalOf(Throwable failure) {
    return switch (failure) {
      case Refused refused -> refused.refusal();
      case ProviderAway away -> {
        LOG.warnf("sign-in: provider away reason=%s", away.getMessage());
        yield Refusal.PROVIDER_AWAY;
      }
      case TokenRefused refused -> {
        LOG.warnf("sign-in refused reason=%s", refused.getMessage());
        yield Refusal.FAILED;
      }
      default -> {
        LOG.errorf(failure, "sign-in failed");
        yield Refusal.FAILED;
      }
    };
  }

  private void requireUse() {
    if (!settings.used()) {
      throw Problems.notFound(
          "provider-not-used", "People sign in with an e-mail address and a password here.");
    }
  }

  private static String problem(Refusal refusal) {
    return "/sign-in?problem=" + refusal.code();
  }

  /// The header and not `location`, which would make the path absolute by a `Host` we do not trust.
  private static ResponseBuilder<Void> redirect(String to) {
    return ResponseBuilder.<Void>create(Status.SEE_OTHER).header(HttpHeaders.LOCATION, to);
  }
}
