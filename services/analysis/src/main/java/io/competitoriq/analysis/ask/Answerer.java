package io.competitoriq.analysis.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Asks the model to word an answer from what was found, and checks what it says. Every expected
/// failure is an outcome.
@ApplicationScoped
class Answerer {

  /// Nobody waits longer than this for an answer; what must wait longer is given up.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LanguageModel model;
  private final Inquiries inquiries;
  private final ModelMetrics metrics;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Vertx vertx;

  Answerer(
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
  ///
  /// @param previous the question before in the conversation
  /// @param promptVersion the version the job was made with
  Uni<Outcome> word(
      UUID workspaceId,
      Reading reading,
      @Nullable String previous,
      Material material,
      int promptVersion) {
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return answer(
          new Outcome.Failed("NOT_CONFIGURED", ModelFailure.NOT_CONFIGURED.sentence(), 0));
    }
    if (!Prompt.isKnown(promptVersion)) {
      // A newer release made the job; one of its workers will know the prompt.
      String reason = "This release does not know prompt version " + promptVersion + ".";
      return answer(new Outcome.Later("UNAVAILABLE", reason, Optional.empty()));
    }
    return onWorker(() -> SentMaterial.of(reading, previous, material, config.maxInputChars()))
        .chain(sent -> word(workspaceId, reading, sent, promptVersion, ready.model()));
  }

  private Uni<Outcome> word(
      UUID workspaceId, Reading reading, SentMaterial sent, int promptVersion, String name) {
    var purpose = new Purpose(workspaceId, Feature.ASK, null, promptVersion, sent.hash());
    return inquiries
        .known(purpose, name)
        .chain(
            known ->
                known
                    .map(answer -> onWorker(() -> worded(answer, reading, sent)))
                    .orElseGet(() -> ask(purpose, reading, sent)));
  }

  private Uni<Outcome> ask(Purpose purpose, Reading reading, SentMaterial sent) {
    Prompt prompt = Prompt.load(purpose.promptVersion(), json);
    var question =
        new ModelQuestion(prompt.instructions(), sent.text(), Prompt.SCHEMA_NAME, prompt.schema());
    return inquiries
        .ask(purpose, question, answer -> flaw(answer, reading, sent))
        .chain(reply -> onWorker(() -> outcome(reply, reading, sent)));
  }

  private Outcome outcome(ModelReply reply, Reading reading, SentMaterial sent) {
    return switch (reply) {
      case ModelReply.Answered answered -> worded(answered.answer(), reading, sent);
      case ModelReply.Unusable unusable -> failed(unusable);
      case ModelReply.Later later ->
          new Outcome.Later(later.trouble().name(), later.reason(), later.after());
      case ModelReply.Unaffordable over -> new Outcome.Failed("OVER_BUDGET", over.reason(), 0);
      case ModelReply.Paused paused ->
          paused.after().compareTo(PATIENCE) > 0
              ? new Outcome.Failed("PAUSED", paused.reason(), 0)
              : new Outcome.Later("PAUSED", paused.reason(), Optional.of(paused.after()));
    };
  }

  private Optional<AnswerRule.Flaw> flaw(JsonNode answer, Reading reading, SentMaterial sent) {
    Optional<ClaimCheck.Checked> checked = checked(answer, reading, sent);
    if (checked.isEmpty()) {
      return Optional.of(new AnswerRule.Flaw(ModelFailure.INVALID_OUTPUT, ""));
    }
    metrics.rejected(checked.get().droppedClaims());
    return checked
        .filter(ClaimCheck.Checked::isUnsupported)
        .map(empty -> new AnswerRule.Flaw(ModelFailure.UNSUPPORTED, empty.standing()));
  }

  private Outcome worded(JsonNode answer, Reading reading, SentMaterial sent) {
    ClaimCheck.Checked checked = checked(answer, reading, sent).orElseThrow();
    return new Outcome.Worded(
        checked.answer(), checked.droppedClaims(), checked.standing(), sent.hash());
  }

  private Optional<ClaimCheck.Checked> checked(
      JsonNode answer, Reading reading, SentMaterial sent) {
    try {
      ModelAnswer read = json.treeToValue(answer, ModelAnswer.class);
      return Optional.of(new ClaimCheck(sent, reading).check(read));
    } catch (JsonProcessingException | IllegalArgumentException wrongShape) {
      return Optional.empty();
    }
  }

  private static Outcome failed(ModelReply.Unusable unusable) {
    String detail = unusable.detail().isEmpty() ? "." : ": " + unusable.detail();
    ModelFailure failure = unusable.failure();
    return new Outcome.Failed(failure.name(), failure.sentence() + detail, 0);
  }

  private static Uni<Outcome> answer(Outcome outcome) {
    return Uni.createFrom().item(outcome);
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
