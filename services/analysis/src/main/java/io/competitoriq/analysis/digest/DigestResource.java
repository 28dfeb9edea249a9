package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.channel.MailAddresses;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Digests: written, tried, looked at, and their editions.
@Path("/digests")
public class DigestResource {

  private final Digests digests;
  private final Editions editions;
  private final Compilation compilation;
  private final EditionPdf pdf;
  private final CurrentWorkspace workspace;

  DigestResource(
      Digests digests,
      Editions editions,
      Compilation compilation,
      EditionPdf pdf,
      CurrentWorkspace workspace) {
    this.digests = digests;
    this.editions = editions;
    this.compilation = compilation;
    this.pdf = pdf;
    this.workspace = workspace;
  }

  /// Oldest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<DigestView>> list() {
    return digests.list(workspace.id());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<RestResponse<DigestView>> get(@RestPath UUID id) {
    return digests.get(workspace.id(), id).map(DigestResource::tagged);
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<DigestView> create(@Valid @NotNull DigestRequest wanted) {
    return digests.create(workspace.id(), workspace.memberId(), wanted);
  }

  /// Paused and resumed by `enabled`.
  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<DigestView>> replace(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull DigestRequest wanted) {
    return digests.replace(workspace.id(), id, wanted, ifMatch).map(DigestResource::tagged);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> archive(@RestPath UUID id) {
    return digests.archive(workspace.id(), id);
  }

  /// What it would say of the period that ends now; nothing is stored or sent.
  @POST
  @Path("/preview")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @RolesAllowed(Roles.VIEWER)
  public Uni<EditionContent> preview(@Valid @NotNull DigestRequest wanted) {
    wanted.cadence().require();
    return compilation.preview(workspace.id(), wanted);
  }

  /// Newest first.
  @GET
  @Path("/{id}/editions")
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<EditionHead>> editions(
      @RestPath UUID id,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return editions.list(workspace.id(), id, Cursor.parse(cursor), Page.requireLimit(limit));
  }

  /// Compiles the period that ends now, beside the schedule; mailed to the recipients only.
  @POST
  @Path("/{id}/editions")
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<EditionView> compile(@RestPath UUID id, @Valid @NotNull OnDemand wanted) {
    return compilation.onDemand(
        workspace.id(), id, List.of(MailAddresses.orNone("recipients", wanted.recipients())));
  }

  @GET
  @Path("/{id}/editions/{edition}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<EditionView> edition(@RestPath UUID id, @RestPath UUID edition) {
    return editions.get(workspace.id(), id, edition);
  }

  /// The same as a file to keep or print.
  @GET
  @Path("/{id}/editions/{edition}/pdf")
  @Produces("application/pdf")
  @RolesAllowed(Roles.VIEWER)
  public Uni<RestResponse<byte[]>> pdf(@RestPath UUID id, @RestPath UUID edition) {
    return editions
        .get(workspace.id(), id, edition)
        .chain(pdf::of)
        .map(
            bytes ->
                RestResponse.ResponseBuilder.ok(bytes)
                    .header(
                        "Content-Disposition",
                        "attachment; filename=\"edition-" + edition + ".pdf\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .build());
  }

  private static RestResponse<DigestView> tagged(DigestView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTags.of(view.version()))
        .build();
  }

  /// @param recipients mail addresses, perhaps none
  public record OnDemand(
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 254) String> recipients) {}
}
