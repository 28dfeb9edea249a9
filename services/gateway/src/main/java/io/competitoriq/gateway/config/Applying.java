package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.gateway.route.ServiceCalls;
import io.competitoriq.gateway.route.ServiceCalls.Ask;
import io.competitoriq.http.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Applies one plan, a thing after the other, each by the service's ordinary interface and in the
/// name of whoever asked. What fails is told with its thing and stops nothing but what needs it;
/// applying the same document again does what is left.
final class Applying {

  private static final int SERVER_ERROR = 500;

  private final ServiceCalls calls;
  private final RoutingContext caller;
  private final Bodies bodies;
  private final Set<Service> away = EnumSet.noneOf(Service.class);

  Applying(ServiceCalls calls, RoutingContext caller, Workspace workspace) {
    this.calls = calls;
    this.caller = caller;
    this.bodies = new Bodies(workspace);
  }

  /// What came of each step, in their order. Never fails.
  Uni<List<PlanItem>> apply(List<Step> steps) {
    return Multi.createFrom()
        .iterable(steps)
        .onItem()
        .transformToUniAndConcatenate(this::told)
        .collect()
        .asList();
  }

  private Uni<PlanItem> told(Step step) {
    if (away.contains(step.part().service())) {
      String service = step.part().service().label();
      return Uni.createFrom()
          .item(PlanItem.skipped(step, "The %s service is away; apply again.".formatted(service)));
    }
    return Uni.createFrom()
        .deferred(() -> done(step))
        .onFailure(Bodies.Unknown.class)
        .recoverWithItem(missing -> PlanItem.skipped(step, String.valueOf(missing.getMessage())))
        .onFailure(ProblemException.class)
        .recoverWithItem(refused -> failed(step, (ProblemException) refused));
  }

  private PlanItem failed(Step step, ProblemException refused) {
    if (refused.status() >= SERVER_ERROR) {
      away.add(step.part().service());
    }
    return PlanItem.failed(step, refused.detail());
  }

  private Uni<PlanItem> done(Step step) {
    return switch (step.act()) {
      case UNCHANGED -> Uni.createFrom().item(PlanItem.done(step, null));
      case CREATE -> create(step).map(secret -> PlanItem.done(step, secret.orElse(null)));
      case UPDATE -> update(step).map(_ -> PlanItem.done(step, null));
      case ARCHIVE ->
          ask(step.part(), new Ask("DELETE", path(step), null, null))
              .map(_ -> PlanItem.done(step, null));
    };
  }

  /// Answers what is told of it this once.
  private Uni<Optional<String>> create(Step step) {
    ObjectNode wanted = step.wanted();
    return switch (step.part()) {
      case COMPETITOR ->
          made(step, wanted.deepCopy().retain("url", "name"))
              .chain(made -> rest(step, made, wanted.deepCopy().retain("tags", "description")));
      case SOURCE ->
          made(
                  step,
                  "/competitors/"
                      + bodies.idOf(Part.COMPETITOR, Keys.domainOf(step.key()))
                      + "/sources",
                  wanted.deepCopy().without("paused"))
              .chain(made -> rest(step, made, onlyIf(true, "paused", wanted)));
      case CHANNEL ->
          made(step, wanted.deepCopy().without("enabled"))
              .chain(made -> rest(step, made, onlyIf(false, "enabled", wanted)));
      case IGNORE_RULE -> told(made(step, bodies.ignoreRule(wanted)));
      case ALERT_RULE -> told(made(step, bodies.alertRule(wanted)));
      case DIGEST -> told(made(step, bodies.digest(wanted)));
      case VIEW -> told(made(step, bodies.view(wanted)));
      case COMPANY, RETENTION, AI_BUDGET, PROVIDER_BUDGET ->
          throw new IllegalStateException(step.part() + " is always there");
    };
  }

  private static ObjectNode onlyIf(boolean value, String field, ObjectNode wanted) {
    boolean other = wanted.has(field) && wanted.path(field).asBoolean() == value;
    return other ? wanted.deepCopy().retain(field) : wanted.objectNode();
  }

  private Uni<JsonNode> made(Step step, JsonNode body) {
    return made(step, step.part().path(), body);
  }

  private Uni<JsonNode> made(Step step, String path, JsonNode body) {
    return ask(step.part(), new Ask("POST", path, body, null))
        .invoke(made -> bodies.know(step.part(), step.key(), made.path("id").asText()));
  }

  /// What a service does not take when it makes a thing.
  private Uni<Optional<String>> rest(Step step, JsonNode made, ObjectNode edit) {
    if (edit.isEmpty()) {
      return told(Uni.createFrom().item(made));
    }
    String path = step.part().path() + "/" + made.path("id").asText();
    return told(
        ask(step.part(), new Ask("PATCH", path, edit, made.path("version").asLong()))
            .replaceWith(made));
  }

  private static Uni<Optional<String>> told(Uni<JsonNode> made) {
    return made.map(
        answer ->
            List.of("secret", "path").stream()
                .filter(answer::hasNonNull)
                .map(field -> answer.path(field).asText())
                .findFirst());
  }

  private Uni<JsonNode> update(Step step) {
    Long version = versionOf(step);
    return switch (step.part()) {
      case COMPETITOR, SOURCE, CHANNEL ->
          ask(step.part(), new Ask("PATCH", path(step), step.changed(), version));
      case ALERT_RULE ->
          ask(step.part(), new Ask("PUT", path(step), bodies.alertRule(step.whole()), version));
      case DIGEST ->
          ask(step.part(), new Ask("PUT", path(step), bodies.digest(step.whole()), version));
      case COMPANY -> put(step, "", bodies.company(step.whole()));
      case RETENTION -> put(step, "", step.whole());
      case AI_BUDGET -> put(step, "", bodies.aiBudget(step.whole()));
      case PROVIDER_BUDGET ->
          put(step, "/" + step.key() + "/budget", bodies.providerBudget(step.whole()));
      case IGNORE_RULE, VIEW -> throw new IllegalStateException("nothing of it can change");
    };
  }

  /// What is always there has no id.
  private Uni<JsonNode> put(Step step, String below, JsonNode body) {
    return ask(step.part(), new Ask("PUT", step.part().path() + below, body, versionOf(step)));
  }

  private static @Nullable Long versionOf(Step step) {
    Stored stored = step.stored();
    return stored == null || stored.version() < 0 ? null : stored.version();
  }

  private String path(Step step) {
    return step.part().path() + "/" + bodies.idOf(step.part(), step.key());
  }

  private Uni<JsonNode> ask(Part part, Ask ask) {
    return calls.ask(caller, part.service(), ask);
  }
}
