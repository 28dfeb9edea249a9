package io.competitoriq.gateway.invitation;

import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.link.LinkMails;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Invitations into the workspace, for its admins and owners.
@Path("/api/v1/invitations")
public class InvitationResource {

  private final Invitations invitations;
  private final LinkMails mails;
  private final SessionConfig config;

  InvitationResource(Invitations invitations, LinkMails mails, SessionConfig config) {
    this.invitations = invitations;
    this.mails = mails;
    this.config = config;
  }

  /// @param mailServer whether links are mailed; where they are not, they are shown only
  record Open(List<Invitation> items, boolean mailServer) {}

  /// Whom to ask, and to be what.
  record Wanted(@NotBlank @Email @Size(max = 254) String email, @NotNull Role role) {}

  @GET
  public Uni<Open> list(@Context RoutingContext request) {
    return invitations.open(SignedIn.of(request)).map(items -> new Open(items, mails.hasServer()));
  }

  @POST
  @ResponseStatus(201)
  public Uni<Invitations.Issued> invite(
      @Context RoutingContext request, @Valid @NotNull Wanted wanted) {
    return invitations.invite(
        SignedIn.of(request), origin(request), new EmailAddress(wanted.email()), wanted.role());
  }

  @POST
  @Path("/{id}/resend")
  public Uni<Invitations.Issued> resend(@Context RoutingContext request, UUID id) {
    return invitations.resend(SignedIn.of(request), origin(request), id);
  }

  @DELETE
  @Path("/{id}")
  public Uni<Void> withdraw(@Context RoutingContext request, UUID id) {
    return invitations.withdraw(SignedIn.of(request), origin(request), id);
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), config.publicUrl()).origin();
  }
}
