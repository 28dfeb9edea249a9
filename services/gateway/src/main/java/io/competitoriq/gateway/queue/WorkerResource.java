package io.competitoriq.gateway.queue;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.queue.QueueAdmin.Told;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.WorkerList;
import io.competitoriq.jobs.admin.WorkerView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;

/// The processes that work queues.
@Path("/api/v1/workers")
public class WorkerResource {

  private final QueueAdmin admin;
  private final WorkerList workers;

  WorkerResource(QueueAdmin admin, WorkerList workers) {
    this.admin = admin;
    this.workers = workers;
  }

  record Workers(List<WorkerView> items) {}

  @GET
  public Uni<Workers> list(@Context RoutingContext request) {
    admin.require(request);
    return workers.all().map(Workers::new);
  }

  /// The process takes nothing more within seconds; what it runs ends.
  @POST
  @Path("/{id}/drain")
  public Uni<WorkerView> drain(@Context RoutingContext request, String id) {
    return drain(request, id, true);
  }

  /// The undo of draining.
  @DELETE
  @Path("/{id}/drain")
  public Uni<WorkerView> resume(@Context RoutingContext request, String id) {
    return drain(request, id, false);
  }

  private Uni<WorkerView> drain(RoutingContext request, String text, boolean draining) {
    admin.require(request);
    UUID id = requireId(text);
    return admin
        .act(
            request,
            tx ->
                workers
                    .drain(tx, id, draining)
                    .map(
                        before -> {
                          if (before.isEmpty()) {
                            throw Problems.notFound("worker-unknown", GONE);
                          }
                          return told(id, before.getFirst(), draining);
                        }))
        .chain(_ -> workers.all())
        .map(
            all ->
                all.stream()
                    .filter(worker -> worker.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problems.notFound("worker-unknown", GONE)));
  }

  private static final String GONE =
      "There is no worker with this id: it may have stopped. GET /api/v1/workers lists them.";

  private static Told<UUID> told(UUID id, boolean before, boolean after) {
    return new Told<>(
        id,
        after ? AuditAction.WORKER_DRAINED : AuditAction.WORKER_RESUMED,
        new AuditedChange(
            "worker " + id,
            new JsonObject().put("draining", before).encode(),
            new JsonObject().put("draining", after).encode()));
  }

  private static UUID requireId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw Problems.notFound("worker-unknown", GONE);
    }
  }
}
