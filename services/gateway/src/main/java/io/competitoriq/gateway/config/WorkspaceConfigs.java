package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.gateway.config.Wishes.Checks;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.gateway.route.ServiceCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;

/// Exports a workspace and brings it to what a document says.
@ApplicationScoped
class WorkspaceConfigs {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final WorkspaceReader reader;
  private final ConfigSchema schema;
  private final YamlWriter writer;
  private final ServiceCalls calls;
  private final Vertx vertx;

  WorkspaceConfigs(
      WorkspaceReader reader,
      ConfigSchema schema,
      YamlWriter writer,
      ServiceCalls calls,
      Vertx vertx) {
    this.reader = reader;
    this.schema = schema;
    this.writer = writer;
    this.calls = calls;
    this.vertx = vertx;
  }

  /// @param dryRun only says what would be done
  /// @param prune archives what a section of the document does not list
  record How(boolean dryRun, boolean prune) {}

  Uni<String> export(RoutingContext caller) {
    return reader.read(caller).chain(workspace -> aside(() -> writer.write(workspace)));
  }

  /// Fails with 422 `config-invalid` and all mistakes; then nothing was applied.
  Uni<PlanView> apply(RoutingContext caller, String text, How how) {
    return aside(() -> wellFormed(text))
        .chain(
            document ->
                checks(caller, document).chain(found -> apply(caller, document, found, how)));
  }

  private ConfigDocument wellFormed(String text) {
    ConfigDocument document = YamlReader.read(text);
    List<Mistake> mistakes = schema.mistakes(document);
    if (!mistakes.isEmpty()) {
      throw Mistake.refusal(mistakes);
    }
    return document;
  }

  private Uni<PlanView> apply(
      RoutingContext caller, ConfigDocument document, Checks checks, How how) {
    return reader
        .read(caller)
        .chain(
            workspace ->
                aside(
                        () ->
                            Planner.plan(
                                workspace, document, Wishes.of(document, checks), how.prune()))
                    .chain(steps -> carriedOut(caller, workspace, steps, how)));
  }

  private Uni<PlanView> carriedOut(
      RoutingContext caller, Workspace workspace, List<Step> steps, How how) {
    Uni<List<PlanItem>> items =
        how.dryRun()
            ? Uni.createFrom().item(() -> steps.stream().map(PlanItem::planned).toList())
            : new Applying(calls, caller, workspace).apply(steps);
    return items.map(all -> PlanView.of(how.dryRun(), how.prune(), all));
  }

  private Uni<Checks> checks(RoutingContext caller, ConfigDocument document) {
    return Uni.combine()
        .all()
        .unis(
            checked(caller, Service.COMPETITORS, "/watch-checks", addresses(document)),
            checked(caller, Service.PROCESS, "/ignore-rule-checks", patterns(document)))
        .with(Checks::new);
  }

  private Uni<JsonNode> checked(
      RoutingContext caller, Service service, String path, ArrayNode asked) {
    return asked.isEmpty()
        ? Uni.createFrom().item(asked)
        : calls.post(caller, service, path, asked);
  }

  private static ArrayNode addresses(ConfigDocument document) {
    ArrayNode asked = JSON.arrayNode();
    for (JsonNode competitor : document.tree().path("competitors")) {
      ObjectNode one = JSON.objectNode();
      one.set("url", competitor.path("url"));
      ArrayNode sources = one.putArray("sources");
      for (JsonNode source : competitor.path("sources")) {
        ObjectNode plain = source.deepCopy();
        sources.add(plain.without("paused"));
      }
      asked.add(one);
    }
    return asked;
  }

  private static ArrayNode patterns(ConfigDocument document) {
    ArrayNode asked = JSON.arrayNode();
    for (JsonNode rule : document.tree().path("ignoreRules")) {
      ObjectNode plain = rule.deepCopy();
      asked.add(plain.retain("kind", "pattern"));
    }
    return asked;
  }

  /// Work that costs CPU, on a worker thread.
  private <T> Uni<T> aside(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
