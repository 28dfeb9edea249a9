package io.competitoriq.gateway.queue;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.queue.QueueAdmin.Told;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.DeadFilter;
import io.competitoriq.jobs.admin.DeadLetters;
import io.competitoriq.jobs.admin.DeadLetters.Redrive;
import io.competitoriq.jobs.admin.JobList;
import io.competitoriq.jobs.admin.JobQuery;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The jobs of one queue, and its dead letters by filter.
@Path("/api/v1/queues/{queue}")
public class QueueJobsResource {

  private final QueueAdmin admin;
  private final KnownQueues known;
  private final JobList jobs;
  private final DeadLetters letters;
  private final WorkspaceTransactions transactions;

  QueueJobsResource(
      QueueAdmin admin,
      KnownQueues known,
      JobList jobs,
      DeadLetters letters,
      WorkspaceTransactions transactions) {
    this.admin = admin;
    this.known = known;
    this.jobs = jobs;
    this.letters = letters;
    this.transactions = transactions;
  }

  @GET
  @Path("/jobs")
  public Uni<Page<JobJson>> list(
      @Context RoutingContext request, String queue, @BeanParam JobFilters filters) {
    admin.require(request);
    return known
        .require(queue)
        .chain(
            name -> {
              JobQuery query = filters.query();
              return jobs.page(name, query);
            })
        .map(
            page ->
                new Page<>(
                    page.jobs().stream().map(JobJson::of).toList(),
                    page.next() == null ? null : page.next().text()));
  }

  @POST
  @Path("/dead/redrive")
  public Uni<DeadView> redrive(
      @Context RoutingContext request, String queue, @Nullable DeadRequest wanted) {
    return act(
        request,
        queue,
        wanted,
        AuditAction.DEAD_LETTERS_REDRIVEN,
        meant -> tx -> letters.redrive(tx, meant.queue(), meant.filter()));
  }

  @POST
  @Path("/dead/purge")
  public Uni<DeadView> purge(
      @Context RoutingContext request, String queue, @Nullable DeadRequest wanted) {
    return act(
        request,
        queue,
        wanted,
        AuditAction.DEAD_LETTERS_PURGED,
        meant -> tx -> letters.purge(tx, meant.queue(), meant.filter()).map(DeadView::purged));
  }

  private record Meant(String queue, DeadFilter filter) {}

  private Uni<DeadView> act(
      RoutingContext request,
      String queue,
      @Nullable DeadRequest wanted,
      AuditAction action,
      Function<Meant, Function<Mutiny.Session, Uni<Redrive>>> act) {
    admin.require(request);
    if (wanted == null) {
      throw Problems.badRequest("request-invalid", "Send {\"filter\": {...}, \"dryRun\": true}.");
    }
    DeadFilter filter = wanted.deadFilter();
    return known
        .require(queue)
        .chain(
            name -> {
              var meant = new Meant(name, filter);
              return wanted.dryRun()
                  ? look(meant, action)
                  : admin.act(
                      request,
                      tx -> act.apply(meant).apply(tx).map(did -> told(meant, action, did)));
            });
  }

  private Uni<DeadView> look(Meant meant, AuditAction action) {
    return transactions.global(
        tx ->
            letters
                .countRedrive(tx, meant.queue(), meant.filter())
                .chain(
                    count ->
                        letters
                            .sample(tx, meant.queue(), meant.filter())
                            .map(
                                sample ->
                                    DeadView.would(
                                        action == AuditAction.DEAD_LETTERS_PURGED
                                            ? DeadView.purged(count.matched())
                                            : count,
                                        sample))));
  }

  private static Told<DeadView> told(Meant meant, AuditAction action, Redrive did) {
    JsonObject filter = new JsonObject();
    filter.put("kind", meant.filter().kind()).put("reason", meant.filter().reason());
    filter.put("host", meant.filter().host());
    filter.put("workspaceId", String.valueOf(meant.filter().workspaceId()));
    filter.put("olderThan", String.valueOf(meant.filter().olderThan()));
    return new Told<>(
        DeadView.did(did),
        action,
        new AuditedChange(
            "dead letters of " + meant.queue(),
            new JsonObject().put("filter", filter).put("matched", did.matched()).encode(),
            new JsonObject()
                .put("done", did.redriven())
                .put("duplicates", did.duplicates())
                .encode()));
  }
}
