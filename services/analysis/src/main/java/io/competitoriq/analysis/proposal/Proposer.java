package io.competitoriq.analysis.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.assessment.InjectionSigns;
import io.competitoriq.analysis.model.AnswerRule;
import io.competitoriq.analysis.model.Availability;
import io.competitoriq.analysis.model.Feature;
import io.competitoriq.analysis.model.Inquiries;
import io.competitoriq.analysis.model.LanguageModel;
import io.competitoriq.analysis.model.ModelConfig;
import io.competitoriq.analysis.model.ModelFailure;
import io.competitoriq.analysis.model.ModelMetrics;
import io.competitoriq.analysis.model.ModelQuestion;
import io.competitoriq.analysis.model.ModelReply;
import io.competitoriq.analysis.model.Purpose;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Asks the model what it would change and checks its answer. Every expected failure is a value.
@ApplicationScoped
class Proposer {

  private final LanguageModel model;
  private final Inquiries inquiries;
  private final ModelMetrics metrics;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Vertx vertx;

  Proposer(
      LanguageModel model,
      Inquiries inquiries,
      ModelMetrics metrics,
      ModelConfig config,
      ObjectMapper json,
      Vertx vertx) {
    this.model = model;
    this.inquiries = inquiries;
    this.metrics = metrics;
    this.config = config;
    this.json = json;
    this.vertx = vertx;
  }

  Availability availability() {
    return model.availability();
  }

  /// One question at most; answers from the cache cost none.
  Uni<Proposed> propose(UUID workspaceId, Material material, int promptVersion) {
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return Uni.createFrom().item(new Proposed.Failed(ModelFailure.NOT_CONFIGURED.sentence()));
    }
    if (!Prompt.isKnown(promptVersion)) {
      String reason = "This release does not know prompt version " + promptVersion + ".";
      return Uni.createFrom().item(new Proposed.Later(reason, Optional.empty()));
    }
    return onWorker(() -> SentMaterial.of(material, config.maxInputChars()))
        .chain(
            sent -> {
              var purpose =
                  new Purpose(workspaceId, Feature.BATTLECARD, null, promptVersion, sent.hash());
              return inquiries
                  .known(purpose, ready.model())
                  .chain(
                      known ->
                          known
                              .map(answer -> onWorker(() -> ready(answer, sent, ready.model())))
                              .orElseGet(() -> ask(purpose, sent, ready.model())));
            });
  }

  private Uni<Proposed> ask(Purpose purpose, SentMaterial sent, String name) {
    Prompt prompt = Prompt.load(purpose.promptVersion(), json);
    var question =
        new ModelQuestion(prompt.instructions(), sent.text(), Prompt.SCHEMA_NAME, prompt.schema());
    InjectionSigns.in(sent.text()).forEach(metrics::flagged);
    return inquiries
        .ask(purpose, question, answer -> flaw(answer, sent))
        .chain(reply -> onWorker(() -> proposed(reply, sent, name)));
  }

  private Proposed proposed(ModelReply reply, SentMaterial sent, String name) {
    return switch (reply) {
      case ModelReply.Answered answered -> ready(answered.answer(), sent, name);
      case ModelReply.Unusable unusable -> new Proposed.Failed(sentence(unusable));
      case ModelReply.Later later -> new Proposed.Later(later.reason(), later.after());
      case ModelReply.Unaffordable unaffordable -> new Proposed.Failed(unaffordable.reason());
      case ModelReply.Paused paused -> new Proposed.Paused(paused.reason(), paused.after());
    };
  }

  private Optional<AnswerRule.Flaw> flaw(JsonNode answer, SentMaterial sent) {
    Optional<ClaimCheck.Checked> checked = checked(answer, sent);
    if (checked.isEmpty()) {
      return Optional.of(new AnswerRule.Flaw(ModelFailure.INVALID_OUTPUT, ""));
    }
    metrics.rejected(checked.get().dropped());
    return checked
        .filter(ClaimCheck.Checked::isUnsupported)
        .map(empty -> new AnswerRule.Flaw(ModelFailure.UNSUPPORTED, empty.standing()));
  }

  private Proposed ready(JsonNode answer, SentMaterial sent, String name) {
    ClaimCheck.Checked checked = checked(answer, sent).orElseThrow();
    String reason =
        InjectionSigns.in(sent.text()).isEmpty()
            ? checked.standing()
            : checked.standing()
                + " A page contains text that addresses a language model; it was treated as data.";
    return new Proposed.Ready(name, checked.claims(), checked.dropped(), reason);
  }

  private Optional<ClaimCheck.Checked> checked(JsonNode answer, SentMaterial sent) {
    try {
      ModelClaims read = json.treeToValue(answer, ModelClaims.class);
      return Optional.of(new ClaimCheck(sent).check(read));
    } catch (JsonProcessingException | IllegalArgumentException wrongShape) {
      return Optional.empty();
    }
  }

  private static String sentence(ModelReply.Unusable unusable) {
    String detail = unusable.detail().isEmpty() ? "." : ": " + unusable.detail();
    return unusable.failure().sentence() + detail;
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
