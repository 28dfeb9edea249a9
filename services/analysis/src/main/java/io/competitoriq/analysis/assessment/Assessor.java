package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.Availability;
import io.competitoriq.analysis.model.LanguageModel;
import io.competitoriq.analysis.model.ModelConfig;
import io.competitoriq.analysis.model.ModelFailure;
import io.competitoriq.analysis.model.ModelMetrics;
import io.competitoriq.analysis.model.ModelQuestion;
import io.competitoriq.analysis.model.ModelReply;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Asks the model about a signal and checks its answer. Writes nothing; every expected failure is a
/// verdict.
@ApplicationScoped
public class Assessor {

  private final LanguageModel model;
  private final Assessments assessments;
  private final ModelMetrics metrics;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Vertx vertx;

  Assessor(
      LanguageModel model,
      Assessments assessments,
      ModelMetrics metrics,
      ModelConfig config,
      ObjectMapper json,
      Vertx vertx) {
    this.model = model;
    this.assessments = assessments;
    this.metrics = metrics;
    this.config = config;
    this.json = json;
    this.vertx = vertx;
  }

  /// One question at most; answers from the cache cost none.
  ///
  /// @param promptVersion the version the job was made with
  public Uni<Verdict> assess(UUID workspaceId, Subject subject, int promptVersion) {
    return onWorker(() -> SentData.of(subject, config.maxInputChars()))
        .chain(
            sent -> {
              var inquiry = new Inquiry(subject.signalId(), promptVersion, sent.hash());
              return assess(workspaceId, inquiry, sent);
            });
  }

  private Uni<Verdict> assess(UUID workspaceId, Inquiry inquiry, SentData sent) {
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return Uni.createFrom().item(skipped(inquiry));
    }
    if (!Prompt.isKnown(inquiry.promptVersion())) {
      // A newer release made the job; one of its workers will know the prompt.
      String reason = "This release does not know prompt version " + inquiry.promptVersion() + ".";
      return Uni.createFrom().item(new Verdict.Later(inquiry, reason, Optional.empty(), null));
    }
    if (sent.changes() == 0) {
      var tooLarge = new Conclusion.Failed("INPUT_TOO_LARGE", "No change fits into one question.");
      return Uni.createFrom().item(new Verdict.Settled(inquiry, ready.model(), tooLarge, null));
    }
    return assessments
        .progress(workspaceId, inquiry, ready.model())
        .chain(progress -> resume(progress, inquiry, sent, ready.model()));
  }

  private Uni<Verdict> resume(
      Assessments.Progress progress, Inquiry inquiry, SentData sent, String name) {
    if (progress.done()) {
      return Uni.createFrom().item(new Verdict.Already());
    }
    if (progress.knownAnswer().isPresent()) {
      JsonNode known = json.valueToTree(progress.knownAnswer().get());
      return onWorker(() -> new Verdict.Settled(inquiry, name, concluded(known, sent), null));
    }
    Prompt prompt = Prompt.load(inquiry.promptVersion(), json);
    var question =
        new ModelQuestion(prompt.instructions(), sent.text(), Prompt.SCHEMA_NAME, prompt.schema());
    InjectionSigns.in(sent).forEach(metrics::flagged);
    return model
        .ask(question)
        .invoke(metrics::called)
        .chain(reply -> onWorker(() -> verdict(reply, inquiry, sent, name)));
  }

  private Verdict verdict(ModelReply reply, Inquiry inquiry, SentData sent, String name) {
    return switch (reply) {
      case ModelReply.Answered answered ->
          new Verdict.Settled(inquiry, name, concluded(answered.answer(), sent), reply);
      case ModelReply.Unusable unusable ->
          new Verdict.Settled(inquiry, name, failed(unusable), reply);
      case ModelReply.Later later ->
          new Verdict.Later(inquiry, later.reason(), later.after(), reply);
      case ModelReply.Paused paused -> new Verdict.Paused(paused.after());
    };
  }

  private Conclusion concluded(JsonNode answer, SentData sent) {
    ChangeAssessment read;
    try {
      read = json.treeToValue(answer, ChangeAssessment.class);
    } catch (JsonProcessingException | IllegalArgumentException wrongShape) {
      return new Conclusion.Failed("INVALID_OUTPUT", "The answer does not have the agreed shape.");
    }
    CheckedAnswer checked = new AnswerCheck(sent).check(read);
    metrics.rejected(checked.droppedClaims());
    if (checked.isUnsupported()) {
      return new Conclusion.Failed(
          "UNSUPPORTED", "None of the model's claims stands. " + checked.standing());
    }
    return new Conclusion.Done(checked, withSigns(checked.standing(), sent));
  }

  private static String withSigns(String standing, SentData sent) {
    List<String> signs = InjectionSigns.in(sent);
    return signs.isEmpty()
        ? standing
        : standing
            + " The page contains text that addresses a language model; it was treated as data.";
  }

  private static Conclusion failed(ModelReply.Unusable unusable) {
    ModelFailure failure = unusable.failure();
    if (failure == ModelFailure.NOT_CONFIGURED) {
      return new Conclusion.Skipped(unusable.detail());
    }
    String detail = unusable.detail().isEmpty() ? "." : ": " + unusable.detail();
    return new Conclusion.Failed(failure.name(), failure.sentence() + detail);
  }

  private Verdict skipped(Inquiry inquiry) {
    String reason =
        model.availability() instanceof Availability.Absent absent
            ? absent.reason()
            : ModelFailure.NOT_CONFIGURED.sentence();
    return new Verdict.Settled(inquiry, "none", new Conclusion.Skipped(reason), null);
  }

  private <T extends @Nullable Object> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
