package io.competitoriq.gateway.queue;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.queue.QueueAdmin.Told;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.JobChange;
import io.competitoriq.jobs.admin.JobControl;
import io.competitoriq.jobs.admin.JobList;
import io.competitoriq.jobs.admin.JobState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/// One job of the ledger.
@Path("/api/v1/jobs/{id}")
public class JobResource {

  private final QueueAdmin admin;
  private final JobList jobs;
  private final JobControl control;

  JobResource(QueueAdmin admin, JobList jobs, JobControl control) {
    this.admin = admin;
    this.jobs = jobs;
    this.control = control;
  }

  @GET
  public Uni<JobJson> one(@Context RoutingContext request, String id) {
    admin.require(request);
    return found(requireId(id));
  }

  /// Another life for a dead letter.
  @POST
  @Path("/retry")
  public Uni<JobJson> retry(@Context RoutingContext request, String id) {
    return act(request, id, new Act("retried", AuditAction.JOB_RETRIED, control::retry));
  }

  /// A queued job is over at once; a running one is interrupted within a third of its lease.
  @POST
  @Path("/cancel")
  public Uni<JobJson> cancel(@Context RoutingContext request, String id) {
    return act(request, id, new Act("cancelled", AuditAction.JOB_CANCELLED, control::cancel));
  }

  /// A job that would run later may run now.
  @POST
  @Path("/promote")
  public Uni<JobJson> promote(@Context RoutingContext request, String id) {
    return act(request, id, new Act("promoted", AuditAction.JOB_PROMOTED, control::promote));
  }

  /// @param done for sentences: "cannot be ..."
  private record Act(
      String done, AuditAction action, BiFunction<Mutiny.Session, Long, Uni<JobChange>> work) {}

  private Uni<JobJson> act(RoutingContext request, String id, Act act) {
    admin.require(request);
    long job = requireId(id);
    return admin
        .act(request, tx -> act.work().apply(tx, job).map(change -> told(job, act, change)))
        .chain(this::found);
  }

  private static Told<Long> told(long id, Act act, JobChange change) {
    return switch (change) {
      case JobChange.Changed changed ->
          new Told<>(
              id,
              act.action(),
              new AuditedChange(
                  "job %d of %s".formatted(id, changed.queue()),
                  state(changed.before(), false),
                  state(changed.after(), changed.cancelling())));
      case JobChange.NotPossible(JobState state) ->
          throw Problems.conflict(
              "job-state",
              "A job that is %s cannot be %s%s."
                  .formatted(state.label(), act.done(), hint(act, state)));
      case JobChange.Duplicate(long existingId) ->
          throw Problems.conflict(
              "job-duplicate",
              "Job %d with the same dedup key is queued or running; this letter stays dead."
                  .formatted(existingId));
      case JobChange.Unknown() -> throw unknown(String.valueOf(id));
    };
  }

  private static String hint(Act act, JobState state) {
    return act.action() == AuditAction.JOB_PROMOTED && state == JobState.QUEUED
        ? "; it may run already and waits for a slot or the limit"
        : "";
  }

  private static String state(JobState state, boolean cancelling) {
    return new JsonObject().put("state", state.label()).put("cancelRequested", cancelling).encode();
  }

  private Uni<JobJson> found(long id) {
    return jobs.one(id)
        .map(found -> found.map(JobJson::of).orElseThrow(() -> unknown(String.valueOf(id))));
  }

  private static long requireId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException noNumber) {
      throw unknown(id);
    }
  }

  private static ProblemException unknown(String id) {
    return Problems.notFound(
        "job-unknown",
        "There is no job %s; finished jobs are removed after a while.".formatted(id));
  }
}
