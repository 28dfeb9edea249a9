package io.competitoriq.analysis.assessment;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Asks the model about a signal and checks its answer. Does not touch the assessment; every
/// expected failure is a verdict.
@ApplicationScoped
public class Assessor {

  private final LanguageModel model;
  private final Inquiries inquiries;
  private final Assessments assessments;
  private final ModelMetrics metrics;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Vertx vertx;

  Assessor(
      LanguageModel model,
      Inquiries inquiries,
      Assessments assessments,
      ModelMetrics metrics,
      ModelConfig config,
      ObjectMapper json,
      Vertx vertx) {
    this.model = model;
    this.inquiries = inquiries;
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
              var purpose =
                  new Purpose(
                      workspaceId,
                      Feature.ASSESSMENT,
                      subject.signalId(),
                      promptVersion,
                      sent.hash());
              return assess(purpose, sent);
            });
  }

  private Uni<Verdict> assess(Purpose purpose, SentData sent) {
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return Uni.createFrom().item(skipped(purpose));
    }
    if (!Prompt.isKnown(purpose.promptVersion())) {
      // A newer release made the job; one of its workers will know the prompt.
      String reason = "This release does not know prompt version " + purpose.promptVersion() + ".";
      return Uni.createFrom()
          .item(new Verdict.Later(purpose, "UNAVAILABLE", reason, Optional.empty()));
    }
    if (sent.changes() == 0) {
      var tooLarge = new Conclusion.Failed("INPUT_TOO_LARGE", "No change fits into one question.");
      return Uni.createFrom().item(new Verdict.Settled(purpose, ready.model(), tooLarge));
    }
    return assessments
        .isDone(purpose.workspaceId(), purpose.requireSignal())
        .chain(done -> resume(done, purpose, sent, ready.model()));
  }

  private Uni<Verdict> resume(boolean done, Purpose purpose, SentData sent, String name) {
    if (done) {
      return Uni.createFrom().item(new Verdict.Already());
    }
    return inquiries
        .known(purpose, name)
        .chain(
            known ->
                known
                    .map(answer -> onWorker(() -> concluded(answer, purpose, sent, name)))
                    .orElseGet(() -> ask(purpose, sent, name)));
  }

  private Uni<Verdict> ask(Purpose purpose, SentData sent, String name) {
    Prompt prompt = Prompt.load(purpose.promptVersion(), json);
    var question =
        new ModelQuestion(prompt.instructions(), sent.text(), Prompt.SCHEMA_NAME, prompt.schema());
    InjectionSigns.in(sent).forEach(metrics::flagged);
    return inquiries
        .ask(purpose, question, answer -> flaw(answer, sent))
        .chain(reply -> onWorker(() -> verdict(reply, purpose, sent, name)));
  }

  private Verdict verdict(ModelReply reply, Purpose purpose, SentData sent, String name) {
    return switch (reply) {
      case ModelReply.Answered answered -> concluded(answered.answer(), purpose, sent, name);
      case ModelReply.Unusable unusable -> new Verdict.Settled(purpose, name, failed(unusable));
      case ModelReply.Later later ->
          new Verdict.Later(purpose, later.trouble().name(), later.reason(), later.after());
      case ModelReply.Unaffordable unaffordable -> unaffordable(purpose, unaffordable, name);
      case ModelReply.Paused paused -> new Verdict.Paused(purpose, paused.reason(), paused.after());
    };
  }

  private static Verdict unaffordable(Purpose purpose, ModelReply.Unaffordable reply, String name) {
    return reply
        .after()
        .<Verdict>map(after -> new Verdict.Paused(purpose, reply.reason(), after))
        .orElseGet(
            () ->
                new Verdict.Settled(
                    purpose, name, new Conclusion.Failed("OVER_BUDGET", reply.reason())));
  }

  private Optional<AnswerRule.Flaw> flaw(JsonNode answer, SentData sent) {
    Optional<CheckedAnswer> checked = checked(answer, sent);
    if (checked.isEmpty()) {
      return Optional.of(new AnswerRule.Flaw(ModelFailure.INVALID_OUTPUT, ""));
    }
    metrics.rejected(checked.get().droppedClaims());
    return checked
        .filter(CheckedAnswer::isUnsupported)
        .map(empty -> new AnswerRule.Flaw(ModelFailure.UNSUPPORTED, empty.standing()));
  }

  private Verdict concluded(JsonNode answer, Purpose purpose, SentData sent, String name) {
    CheckedAnswer checked = checked(answer, sent).orElseThrow();
    String standing = withSigns(checked.standing(), sent);
    return new Verdict.Settled(purpose, name, new Conclusion.Done(checked, standing));
  }

  private Optional<CheckedAnswer> checked(JsonNode answer, SentData sent) {
    try {
      ChangeAssessment read = json.treeToValue(answer, ChangeAssessment.class);
      return Optional.of(new AnswerCheck(sent).check(read));
    } catch (JsonProcessingException | IllegalArgumentException wrongShape) {
      return Optional.empty();
    }
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

  private Verdict skipped(Purpose purpose) {
    String reason =
        model.availability() instanceof Availability.Absent absent
            ? absent.reason()
            : ModelFailure.NOT_CONFIGURED.sentence();
    return new Verdict.Settled(purpose, "none", new Conclusion.Skipped(reason));
  }

  private <T extends @Nullable Object> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }
}
