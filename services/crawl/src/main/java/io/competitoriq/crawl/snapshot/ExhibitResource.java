package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.Exhibit;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// The pieces of evidence of a snapshot over HTTP.
@Path("/snapshots/{id}/exhibits")
@RolesAllowed(Roles.VIEWER)
public class ExhibitResource {
  private final SnapshotRepository snapshots;
  private final ExhibitRepository exhibits;
  private final WorkspaceTransactions transactions;
  private final Bodies bodies;
  private final CurrentWorkspace workspace;

  ExhibitResource(
      SnapshotRepository snapshots,
      ExhibitRepository exhibits,
      WorkspaceTransactions transactions,
      Bodies bodies,
      CurrentWorkspace workspace) {
    this.snapshots = snapshots;
    this.exhibits = exhibits;
    this.transactions = transactions;
    this.bodies = bodies;
    this.workspace = workspace;
  }

  /// What there is: as sent, as shown, as it looked.
  @GET
  public Uni<List<ExhibitView>> list(@RestPath UUID id) {
    return transactions
        .in(
            workspace.id(),
            _ ->
                snapshots
                    .byId(id)
                    .map(found -> found.orElseThrow(() -> SnapshotResource.notFound(id)))
                    .chain(known -> exhibits.of(List.of(known.id))))
        .map(found -> found.getOrDefault(id, List.of()).stream().map(ExhibitView::of).toList());
  }

  /// One piece, a text in a wrapping no browser will run: it was written by a stranger.
  @GET
  @Path("/{kind}")
  public Uni<RestResponse<byte[]>> body(@RestPath UUID id, @RestPath Exhibit.Kind kind) {
    return transactions
        .in(workspace.id(), _ -> exhibits.find(id, kind))
        .map(found -> found.orElseThrow(() -> missing(id, kind)))
        .chain(
            row ->
                bodies
                    .get(workspace.id(), id, row.sha256, bodyMissing(id, kind))
                    .map(bytes -> asAttachment(row, bytes)));
  }

  private static RestResponse<byte[]> asAttachment(ExhibitRow row, byte[] bytes) {
    String name =
        "snapshot-%s-%s".formatted(row.snapshotId, row.kind.name().toLowerCase(Locale.ROOT));
    return switch (row.kind) {
      case RAW, RENDERED ->
          StrangersBody.text(bytes, StrangersBody.charset(row.contentType), name + ".txt");
      case SCREENSHOT -> StrangersBody.of(bytes, row.contentType, name + ".webp");
    };
  }

  private static ProblemException bodyMissing(UUID id, Exhibit.Kind kind) {
    return Problems.notFound(
        "exhibit-body-missing",
        "The body of " + kind + " of snapshot " + id + " is not stored any more.");
  }

  private static RuntimeException missing(UUID id, Exhibit.Kind kind) {
    return Problems.notFound("exhibit-not-found", "Snapshot " + id + " has no " + kind + ".");
  }
}
