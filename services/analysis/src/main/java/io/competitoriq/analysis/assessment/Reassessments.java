package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.Inquiries;
import io.competitoriq.analysis.model.ModelConfig;
import io.competitoriq.analysis.model.ModelQuestion;
import io.competitoriq.analysis.model.ModelReply;
import io.competitoriq.analysis.model.Purpose;
import io.competitoriq.analysis.profile.OwnCompany;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Assesses signals anew from answers that come by another way than at once: the same question, the
/// same checks. An assessment that stands is never replaced by a failure.
@ApplicationScoped
public class Reassessments {

  private final Assessor assessor;
  private final Assessments assessments;
  private final Inquiries inquiries;
  private final ModelConfig config;
  private final ObjectMapper json;

  Reassessments(
      Assessor assessor,
      Assessments assessments,
      Inquiries inquiries,
      ModelConfig config,
      ObjectMapper json) {
    this.assessor = assessor;
    this.assessments = assessments;
    this.inquiries = inquiries;
    this.config = config;
    this.json = json;
  }

  /// The prompt new questions are asked under.
  public static int promptVersion() {
    return Prompt.CURRENT;
  }

  /// A question that is still to be answered.
  ///
  /// @param worded as the model is asked
  public record Asked(AssessmentQuestion question, ModelQuestion worded) {

    public Purpose purpose() {
      return question.purpose();
    }
  }

  /// What came of an answer.
  ///
  /// @param answered whether there is an assessment from it
  /// @param reason how far it can be trusted, or why there is none
  public record Outcome(boolean answered, String reason) {}

  /// The question about a signal; empty when no change of it fits into one, or this release does
  /// not know the prompt. Work for a worker thread.
  public Optional<Asked> ask(UUID workspaceId, Subject subject, OwnCompany own, int promptVersion) {
    if (!Prompt.isKnown(promptVersion)) {
      return Optional.empty();
    }
    var question =
        AssessmentQuestion.of(workspaceId, subject, promptVersion, own, config.maxInputChars());
    return question.sent().changes() == 0
        ? Optional.empty()
        : Optional.of(new Asked(question, question.worded(json)));
  }

  /// What the model answered to the same question before.
  public Uni<Optional<ModelReply>> known(Asked asked, String modelName) {
    return inquiries
        .known(asked.purpose(), modelName)
        .map(answer -> answer.map(known -> Inquiries.served(known, modelName)));
  }

  /// The reply, held against the question's evidence: an answer of which nothing stands is none.
  /// Work for a worker thread.
  public ModelReply judged(Asked asked, ModelReply reply) {
    return Inquiries.judge(reply, answer -> assessor.flaw(answer, asked.question()));
  }

  /// Lays a judged reply beside its signal, in the caller's transaction.
  public Uni<Outcome> settle(Asked asked, ModelReply judged, String modelName) {
    Verdict verdict = assessor.verdict(judged, asked.question(), modelName);
    UUID workspaceId = asked.purpose().workspaceId();
    return switch (verdict) {
      case Verdict.Settled settled ->
          assessments
              .resettle(workspaceId, settled)
              .replaceWith(
                  new Outcome(
                      settled.conclusion() instanceof Conclusion.Done,
                      settled.conclusion().reason()));
      case Verdict.Later later -> nothing(later.reason());
      case Verdict.Paused paused -> nothing(paused.reason());
      case Verdict.Already _ -> nothing("");
    };
  }

  private static Uni<Outcome> nothing(String reason) {
    return Uni.createFrom().item(new Outcome(false, reason));
  }
}
