package io.competitoriq.gateway.reset;

import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.link.LinkConfig;
import io.competitoriq.gateway.link.LinkMails;
import io.competitoriq.gateway.link.LinkToken;
import io.competitoriq.gateway.link.Links;
import io.competitoriq.gateway.session.AttemptLimit;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.Visitor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Forgotten passwords, open to everybody. Nobody learns here who has an account: the answer is
/// given before anybody looks.
@Path("/api/v1/password-resets")
public class PasswordResetResource {

  private static final Logger LOG = Logger.getLogger(PasswordResetResource.class);

  private final PasswordResets resets;
  private final AttemptLimit limit;
  private final Links links;
  private final LinkMails mails;
  private final LinkConfig config;
  private final SessionConfig session;

  PasswordResetResource(
      PasswordResets resets,
      AttemptLimit limit,
      Links links,
      LinkMails mails,
      LinkConfig config,
      SessionConfig session) {
    this.resets = resets;
    this.limit = limit;
    this.links = links;
    this.mails = mails;
    this.config = config;
    this.session = session;
  }

  /// Whose password was forgotten.
  record Forgotten(@NotBlank @Size(max = 254) String email) {}

  /// @param mailServer false when no mail will come: only the operator can find the link
  record Asked(boolean mailServer) {}

  /// A link's token and what the password shall be.
  record Choice(@NotNull String token, @NotNull String password) {

    /// Keeps token and password out of logs.
    @Override
    public String toString() {
      return "Choice[...]";
    }
  }

  @POST
  @ResponseStatus(202)
  public Uni<Asked> ask(@Context RoutingContext request, @Valid @NotNull Forgotten forgotten) {
    Origin origin = origin(request);
    var email = new EmailAddress(forgotten.email());
    return links
        .attempt(origin.address())
        .chain(
            () -> limit.take("reset " + email.value(), config.resetBurst(), config.resetRefill()))
        .invoke(() -> lookLater(email, origin))
        .replaceWith(() -> new Asked(mails.hasServer()));
  }

  @POST
  @Path("/complete")
  public Uni<Void> complete(@Context RoutingContext request, @Valid @NotNull Choice choice) {
    Origin origin = origin(request);
    return links
        .attempt(origin.address())
        .chain(() -> resets.complete(LinkToken.parse(choice.token()), choice.password(), origin));
  }

  /// Beside the answer, so that its time tells nothing. Whoever gets no mail asks again.
  private void lookLater(EmailAddress email, Origin origin) {
    resets
        .ask(email, origin)
        .subscribe()
        .with(
            _ -> {}, failure -> LOG.errorf("password reset not sent error=%s", failure.toString()));
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), session.publicUrl()).origin();
  }
}
