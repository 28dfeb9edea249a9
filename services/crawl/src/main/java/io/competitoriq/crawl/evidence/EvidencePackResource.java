package io.competitoriq.crawl.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.crawl.snapshot.Bodies;
import io.competitoriq.crawl.snapshot.SnapshotView;
import io.competitoriq.crawl.snapshot.Snapshots;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// `/snapshots/{id}/evidence-pack`: a snapshot and the one it is compared with, to take along.
@Path("/snapshots/{id}/evidence-pack")
@RolesAllowed(Roles.VIEWER)
public class EvidencePackResource {
  private final Snapshots snapshots;
  private final Bodies bodies;
  private final CurrentWorkspace workspace;
  private final ObjectMapper mapper;
  private final Vertx vertx;

  EvidencePackResource(
      Snapshots snapshots,
      Bodies bodies,
      CurrentWorkspace workspace,
      ObjectMapper mapper,
      Vertx vertx) {
    this.snapshots = snapshots;
    this.bodies = bodies;
    this.workspace = workspace;
    this.mapper = mapper;
    this.vertx = vertx;
  }

  /// @param before the snapshot to compare with; null: the one before this one, if there is one
  @GET
  @Produces("application/zip")
  public Uni<RestResponse<byte[]>> get(@RestPath UUID id, @RestQuery @Nullable UUID before) {
    UUID workspaceId = workspace.id();
    return snapshots
        .view(workspaceId, id)
        .chain(
            after ->
                earlier(workspaceId, after, before)
                    .chain(known -> packed(after, known))
                    .map(zip -> answer(id, zip)));
  }

  private Uni<Optional<SnapshotView>> earlier(
      UUID workspaceId, SnapshotView after, @Nullable UUID asked) {
    UUID id = asked == null ? after.previousSnapshotId() : asked;
    return id == null
        ? Uni.createFrom().item(Optional.empty())
        : snapshots.view(workspaceId, id).map(Optional::of);
  }

  private Uni<byte[]> packed(SnapshotView after, Optional<SnapshotView> before) {
    return body(after)
        .chain(
            afterBody ->
                before
                    .map(
                        known ->
                            body(known)
                                .map(
                                    body ->
                                        new EvidencePack(mapper)
                                            .with("before", known, body)
                                            .with("after", after, afterBody)))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .item(new EvidencePack(mapper).with("after", after, afterBody))))
        .chain(this::zipped);
  }

  /// Compressing takes long enough to leave the event loop.
  private Uni<byte[]> zipped(EvidencePack pack) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(pack::zipped, false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  /// Empty when it was released, which the pack says in its place.
  private Uni<Optional<byte[]>> body(SnapshotView snapshot) {
    if (snapshot.release() != null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return bodies
        .get(
            workspace.id(),
            snapshot.id(),
            snapshot.bodySha256(),
            Problems.notFound(
                "snapshot-body-missing",
                "The body of snapshot " + snapshot.id() + " is not stored any more."))
        .map(Optional::of);
  }

  private static RestResponse<byte[]> answer(UUID id, byte[] zip) {
    return ResponseBuilder.ok(zip)
        .header("Content-Type", "application/zip")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"evidence-" + id + ".zip\"")
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .build();
  }
}
