package io.competitoriq.gateway.export;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Everything of the workspace to take along, for its owners.
@Path("/api/v1/workspace/exports")
public class ExportsResource {

  private final ExportRows exports;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final SessionConfig config;

  ExportsResource(
      ExportRows exports,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      SessionConfig config) {
    this.exports = exports;
    this.audit = audit;
    this.transactions = transactions;
    this.config = config;
  }

  record Listed(List<ExportRows.View> items) {}

  /// The newest first.
  @GET
  public Uni<Listed> list(@Context RoutingContext request) {
    return exports.list(owner(request).workspaceId()).map(Listed::new);
  }

  @POST
  public Uni<RestResponse<ExportRows.View>> ask(@Context RoutingContext request) {
    SignedIn who = owner(request);
    Origin origin = origin(request);
    return transactions
        .in(
            who.workspaceId(),
            tx ->
                exports
                    .add(tx, who.workspaceId(), who.accountId())
                    .call(made -> write(AuditAction.WORKSPACE_EXPORTED, who, origin, made.id())))
        .map(made -> RestResponse.status(RestResponse.Status.ACCEPTED, made));
  }

  @GET
  @Path("/{id}")
  public Uni<ExportRows.View> one(@Context RoutingContext request, @RestPath UUID id) {
    return exports.one(owner(request).workspaceId(), id);
  }

  /// Piece by piece, as fast as the reader takes them. Nothing leaves before it is written down who
  /// took it.
  @GET
  @Path("/{id}/file")
  @Produces("application/zip")
  public RestMulti<byte[]> file(@Context RoutingContext request, @RestPath UUID id) {
    SignedIn who = owner(request);
    Origin origin = origin(request);
    Uni<ExportRows.View> ready =
        transactions.in(
            who.workspaceId(),
            tx ->
                exports
                    .one(tx, id)
                    .invoke(ExportsResource::requireReady)
                    .call(_ -> write(AuditAction.WORKSPACE_EXPORT_TAKEN, who, origin, id)));
    return RestMulti.fromUniResponse(
        ready, export -> pieces(who, export), ExportsResource::headers);
  }

  private Multi<byte[]> pieces(SignedIn who, ExportRows.View export) {
    var position = new AtomicInteger();
    return Multi.createBy()
        .repeating()
        .uni(() -> exports.piece(who.workspaceId(), export.id(), position.getAndIncrement()))
        .whilst(Optional::isPresent)
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  private static Map<String, List<String>> headers(ExportRows.View export) {
    return Map.of(
        "Content-Disposition", List.of("attachment; filename=\"competitoriq-export.zip\""),
        "Content-Length", List.of(String.valueOf(export.bytes())),
        "Cache-Control", List.of("no-store"));
  }

  private static void requireReady(ExportRows.View export) {
    if (!export.state().equals("READY")) {
      throw Problems.conflict(
          "export-not-ready",
          export.state().equals("FAILED")
              ? "This export failed; ask for another."
              : "This export is still being made; look again in a moment.");
    }
  }

  private Uni<Void> write(AuditAction action, SignedIn who, Origin origin, UUID id) {
    return audit.add(
        action,
        who.workspaceId(),
        who.accountId(),
        origin,
        new AuditedChange("export " + id, "{}", "{}"));
  }

  private static SignedIn owner(RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    if (who.role() != Role.OWNER) {
      throw Problems.forbidden(
          "role-too-low", "Only an owner may take everything of the workspace along.");
    }
    return who;
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), config.publicUrl()).origin();
  }
}
