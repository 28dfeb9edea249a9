package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.AnswerRule;
import io.competitoriq.analysis.model.Availability;
import io.competitoriq.analysis.model.Inquiries;
import io.competitoriq.analysis.model.LanguageModel;
import io.competitoriq.analysis.model.ModelConfig;
import io.competitoriq.analysis.model.ModelFailure;
import io.competitoriq.analysis.model.ModelMetrics;
import io.competitoriq.analysis.model.ModelReply;
import io.competitoriq.analysis.model.Purpose;
import io.competitoriq.analysis.profile.CompanyProfiles;
import io.competitoriq.analysis.profile.OwnCompany;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Asks the model about a signal and checks its answer. Does not touch the assessment; every
/// expected failure is a verdict.
@Startup
@ApplicationScoped
public class Assessor {

  private static final Conclusion TOO_LARGE =
      new Conclusion.Failed("INPUT_TOO_LARGE", "No change fits into one question.");

  private final LanguageModel model;
  private final Inquiries inquiries;
  private final Assessments assessments;
  private final CompanyProfiles profiles;
  private final ModelMetrics metrics;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Vertx vertx;

  Assessor(
      LanguageModel model,
      Inquiries inquiries,
      Assessments assessments,
      CompanyProfiles profiles,
      ModelMetrics metrics,
      ModelConfig config,
      ObjectMapper json,
      Vertx vertx) {
    this.model = model;
    this.inquiries = inquiries;
    this.assessments = assessments;
    this.profiles = profiles;
    this.metrics = metrics;
    metrics.watching(InjectionSigns.rules());
    this.config = config;
    this.json = json;
    this.vertx = vertx;
  }

  /// One question at most; answers from the cache cost none.
  ///
  /// @param promptVersion the version the job was made with
  public Uni<Verdict> assess(UUID workspaceId, Subject subject, int promptVersion) {
    return profiles
        .toldAbout(workspaceId, subject.competitorId())
        .chain(own -> onWorker(() -> question(workspaceId, subject, promptVersion, own)))
        .chain(this::assess);
  }

  AssessmentQuestion question(
      UUID workspaceId, Subject subject, int promptVersion, OwnCompany own) {
    return AssessmentQuestion.of(workspaceId, subject, promptVersion, own, config.maxInputChars());
  }

  private Uni<Verdict> assess(AssessmentQuestion question) {
    Purpose purpose = question.purpose();
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return Uni.createFrom().item(skipped(purpose));
    }
    if (!Prompt.isKnown(purpose.promptVersion())) {
      // A newer release made the job; one of its workers will know the prompt.
      String reason = "This release does not know prompt version " + purpose.promptVersion() + ".";
      return Uni.createFrom()
          .item(new Verdict.Later(purpose, "UNAVAILABLE", reason, Optional.empty()));
    }
    if (question.sent().changes() == 0) {
      return Uni.createFrom().item(new Verdict.Settled(purpose, ready.model(), TOO_LARGE));
    }
    return assessments
        .isDone(purpose.workspaceId(), purpose.requireSignal())
        .chain(done -> resume(done, question, ready.model()));
  }

  private Uni<Verdict> resume(boolean done, AssessmentQuestion question, String name) {
    if (done) {
      return Uni.createFrom().item(new Verdict.Already());
    }
    return inquiries
        .known(question.purpose(), name)
        .chain(
            known ->
                known
                    .map(answer -> onWorker(() -> concluded(answer, question, name)))
                    .orElseGet(() -> ask(question, name)));
  }

  private Uni<Verdict> ask(AssessmentQuestion question, String name) {
    InjectionSigns.in(question.sent()).forEach(metrics::flagged);
    return inquiries
        .ask(question.purpose(), question.worded(json), answer -> flaw(answer, question))
        .chain(reply -> onWorker(() -> verdict(reply, question, name)));
  }

  /// What a reply comes to, whichever way it was asked for.
  Verdict verdict(ModelReply reply, AssessmentQuestion question, String name) {
    Purpose purpose = question.purpose();
    return switch (reply) {
      case ModelReply.Answered answered -> concluded(answered.answer(), question, name);
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

  Optional<AnswerRule.Flaw> flaw(JsonNode answer, AssessmentQuestion question) {
    question.checked(answer, json).ifPresent(left -> metrics.rejected(left.droppedClaims()));
    return question.flaw(answer, json);
  }

  private Verdict concluded(JsonNode answer, AssessmentQuestion question, String name) {
    return new Verdict.Settled(question.purpose(), name, question.concluded(answer, json));
  }

  private static Conclusion failed(ModelReply.Unusable unusable) {
    ModelFailure failure = unusable.failure();
    if (failure == ModelFailure.NOT_CONFIGURED || failure == ModelFailure.SWITCHED_OFF) {
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
