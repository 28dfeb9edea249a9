package io.competitoriq.crawl.snapshot;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Snapshots over HTTP.
@Path("/snapshots")
@RolesAllowed(Roles.VIEWER)
public class SnapshotResource {
  private final SnapshotRepository repository;
  private final SnapshotViews views;
  private final WorkspaceTransactions transactions;
  private final Bodies bodies;
  private final CurrentWorkspace workspace;

  SnapshotResource(
      SnapshotRepository repository,
      SnapshotViews views,
      WorkspaceTransactions transactions,
      Bodies bodies,
      CurrentWorkspace workspace) {
    this.repository = repository;
    this.views = views;
    this.transactions = transactions;
    this.bodies = bodies;
    this.workspace = workspace;
  }

  /// Snapshots, the newest first.
  @GET
  public Uni<Page<SnapshotView>> list(
      @RestQuery @Nullable UUID sourceId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    int size = Page.requireLimit(limit);
    Optional<Cursor> after = Cursor.parse(cursor);
    return transactions
        .in(
            workspace.id(),
            _ -> repository.list(Optional.ofNullable(sourceId), after, size).chain(views::of))
        .map(views -> Page.of(views, size, last -> Cursor.of(last.fetchedAt(), last.id())));
  }

  /// One snapshot, without its body.
  @GET
  @Path("/{id}")
  public Uni<SnapshotView> get(@RestPath UUID id) {
    return transactions.in(
        workspace.id(),
        _ ->
            repository
                .byId(id)
                .map(found -> found.orElseThrow(() -> notFound(id)))
                .chain(snapshot -> views.of(List.of(snapshot)))
                .map(List::getFirst));
  }

  /// The body as it came, in a wrapping no browser will run: it was written by a stranger.
  @GET
  @Path("/{id}/body")
  public Uni<RestResponse<byte[]>> body(@RestPath UUID id) {
    return find(id)
        .chain(
            snapshot ->
                bodies
                    .get(workspace.id(), id, snapshot.bodySha256, missing(id))
                    .map(
                        it ->
                            StrangersBody.text(
                                it, snapshot.charset, "snapshot-" + snapshot.id + ".txt")));
  }

  private static ProblemException missing(UUID id) {
    return Problems.notFound(
        "snapshot-body-missing", "The body of snapshot " + id + " is not stored any more.");
  }

  private Uni<Snapshot> find(UUID id) {
    return transactions
        .in(workspace.id(), _ -> repository.byId(id))
        .map(found -> found.orElseThrow(() -> notFound(id)));
  }

  static RuntimeException notFound(UUID id) {
    return Problems.notFound("snapshot-not-found", "No snapshot " + id + ".");
  }
}
