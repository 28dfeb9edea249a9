package io.competitoriq.gateway.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.queue.QueueAdmin.Told;
import io.competitoriq.http.Problem;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.ControlChange;
import io.competitoriq.jobs.admin.QueueControls;
import io.competitoriq.jobs.admin.QueueOverview;
import io.competitoriq.jobs.admin.SettingsPatch;
import io.competitoriq.jobs.control.QueueControl;
import io.competitoriq.jobs.control.Setting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The queues of the installation: how they stand, and pause, drain and settings.
@Path("/api/v1/queues")
public class QueueResource {

  private final QueueAdmin admin;
  private final KnownQueues known;
  private final QueueOverview overview;
  private final QueueControls controls;

  QueueResource(
      QueueAdmin admin, KnownQueues known, QueueOverview overview, QueueControls controls) {
    this.admin = admin;
    this.known = known;
    this.overview = overview;
    this.controls = controls;
  }

  record QueueList(List<QueueView> items) {}

  @GET
  public Uni<QueueList> list(@Context RoutingContext request) {
    admin.require(request);
    return overview.all().map(found -> new QueueList(found.stream().map(QueueView::of).toList()));
  }

  @GET
  @Path("/{queue}")
  public Uni<QueueView> one(@Context RoutingContext request, String queue) {
    admin.require(request);
    return known.require(queue).chain(overview::status).map(QueueView::of);
  }

  @POST
  @Path("/{queue}/pause")
  public Uni<QueueView> pause(@Context RoutingContext request, String queue) {
    return change(request, queue, AuditAction.QUEUE_PAUSED, controls::pause);
  }

  @POST
  @Path("/{queue}/resume")
  public Uni<QueueView> resume(@Context RoutingContext request, String queue) {
    return change(request, queue, AuditAction.QUEUE_RESUMED, controls::resume);
  }

  /// The queue takes no new job and runs empty.
  @POST
  @Path("/{queue}/drain")
  public Uni<QueueView> drain(@Context RoutingContext request, String queue) {
    return change(request, queue, AuditAction.QUEUE_DRAINED, controls::drain);
  }

  /// The undo of draining.
  @DELETE
  @Path("/{queue}/drain")
  public Uni<QueueView> reopen(@Context RoutingContext request, String queue) {
    return change(request, queue, AuditAction.QUEUE_REOPENED, controls::reopen);
  }

  /// A JSON merge patch: a number overrules the configuration, null gives it back its say.
  @PATCH
  @Path("/{queue}")
  public Uni<QueueView> settings(
      @Context RoutingContext request, String queue, @Nullable JsonNode body) {
    admin.require(request);
    return switch (SettingsPatch.of(members(body))) {
      case SettingsPatch.Valid patch ->
          change(
              request,
              queue,
              AuditAction.QUEUE_SETTINGS_CHANGED,
              (tx, name) -> controls.change(tx, name, patch));
      case SettingsPatch.Refused(String field, String sentence) ->
          throw new ProblemException(
              422,
              "setting-refused",
              sentence,
              List.of(new Problem.FieldError(field, sentence)),
              null);
    };
  }

  private Uni<QueueView> change(
      RoutingContext request,
      String queue,
      AuditAction action,
      BiFunction<Mutiny.Session, String, Uni<ControlChange>> act) {
    admin.require(request);
    return known
        .require(queue)
        .chain(
            name ->
                admin.act(
                    request,
                    tx ->
                        act.apply(tx, name)
                            .map(change -> new Told<>(name, action, audited(name, change)))))
        .chain(overview::status)
        .map(QueueView::of);
  }

  private static AuditedChange audited(String queue, ControlChange change) {
    return new AuditedChange("queue " + queue, text(change.before()), text(change.after()));
  }

  private static String text(QueueControl control) {
    JsonObject settings = new JsonObject();
    for (Setting setting : Setting.values()) {
      Double override = control.overrides().get(setting);
      if (override != null) {
        settings.put(setting.label(), override);
      }
    }
    return new JsonObject()
        .put("paused", control.paused())
        .put("draining", control.draining())
        .put("settings", settings)
        .encode();
  }

  private static Map<String, @Nullable Object> members(@Nullable JsonNode body) {
    if (!(body instanceof ObjectNode object)) {
      throw Problems.badRequest("request-invalid", "Send a JSON object of settings.");
    }
    Map<String, @Nullable Object> members = new HashMap<>();
    object
        .properties()
        .forEach(
            member ->
                members.put(
                    member.getKey(),
                    member.getValue().isNull()
                        ? null
                        : member.getValue().isNumber()
                            ? member.getValue().numberValue()
                            : member.getValue().asText()));
    return members;
  }
}
