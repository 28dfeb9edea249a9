package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.AnswerRule;
import io.competitoriq.analysis.model.Feature;
import io.competitoriq.analysis.model.ModelFailure;
import io.competitoriq.analysis.model.ModelQuestion;
import io.competitoriq.analysis.model.Purpose;
import io.competitoriq.analysis.profile.OwnCompany;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a model is asked about one signal, and what its answer is held against: the same whether it
/// is asked at once or in a batch. Pure.
///
/// @param own empty with prompts that do not know it
public record AssessmentQuestion(Purpose purpose, SentData sent, OwnCompany own) {

  /// The first prompt that is told of our own company.
  private static final int KNOWS_OWN_COMPANY = 2;

  /// @param maxChars most characters of crawled text
  static AssessmentQuestion of(
      UUID workspaceId, Subject subject, int promptVersion, OwnCompany own, int maxChars) {
    SentData sent = SentData.of(subject, maxChars);
    OwnCompany told = promptVersion < KNOWS_OWN_COMPANY ? OwnCompany.UNKNOWN : own;
    var purpose =
        new Purpose(
            workspaceId,
            Feature.ASSESSMENT,
            subject.signalId(),
            promptVersion,
            hash(told.text().isEmpty() ? sent.text() : told.text() + "\n" + sent.text()));
    return new AssessmentQuestion(purpose, sent, told);
  }

  /// In words. What our company says of itself stands with the rules: it is ours, not crawled.
  ModelQuestion worded(ObjectMapper json) {
    Prompt prompt = Prompt.load(purpose.promptVersion(), json);
    String instructions =
        own.text().isEmpty() ? prompt.instructions() : prompt.instructions() + "\n\n" + own.text();
    return new ModelQuestion(instructions, sent.text(), Prompt.SCHEMA_NAME, prompt.schema());
  }

  /// What stands of an answer; empty when it has not the agreed shape.
  Optional<CheckedAnswer> checked(JsonNode answer, ObjectMapper json) {
    try {
      ChangeAssessment read = json.treeToValue(answer, ChangeAssessment.class);
      return Optional.of(new AnswerCheck(sent, own.text()).check(read));
    } catch (JsonProcessingException | IllegalArgumentException wrongShape) {
      return Optional.empty();
    }
  }

  Optional<AnswerRule.Flaw> flaw(JsonNode answer, ObjectMapper json) {
    return checked(answer, json)
        .map(
            left ->
                Optional.of(left)
                    .filter(CheckedAnswer::isUnsupported)
                    .map(none -> new AnswerRule.Flaw(ModelFailure.UNSUPPORTED, none.standing())))
        .orElseGet(() -> Optional.of(new AnswerRule.Flaw(ModelFailure.INVALID_OUTPUT, "")));
  }

  /// How an answer ended that keeps the rule.
  Conclusion.Done concluded(JsonNode answer, ObjectMapper json) {
    CheckedAnswer left = checked(answer, json).orElseThrow();
    List<String> signs = InjectionSigns.in(sent);
    String standing =
        signs.isEmpty()
            ? left.standing()
            : left.standing()
                + " The page contains text that addresses a language model; it was treated as"
                + " data.";
    return new Conclusion.Done(left, standing);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
