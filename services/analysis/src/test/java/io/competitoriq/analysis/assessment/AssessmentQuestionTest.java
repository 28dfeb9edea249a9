package io.competitoriq.analysis.assessment;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.model.ModelQuestion;
import io.competitoriq.analysis.profile.OwnCompany;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentQuestionTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UUID WORKSPACE = UUID.randomUUID();
  private static final OwnCompany OURS =
      new OwnCompany(
          "<own-company>\n{\"plans\":[{\"name\":\"Team\",\"price\":\"45 USD\"}]}\n</own-company>");

  @Test
  void sameChangeHasTheSameHashWhateverTheIdsOfItsEvidence() {
    assertThat(hash("Pricing", OwnCompany.UNKNOWN))
        .matches("[0-9a-f]{64}")
        .isEqualTo(hash("Pricing", OwnCompany.UNKNOWN))
        .isNotEqualTo(hash("Plans", OwnCompany.UNKNOWN));
  }

  @Test
  void anotherProfileIsAnotherQuestion() {
    assertThat(hash("Pricing", OURS)).isNotEqualTo(hash("Pricing", OwnCompany.UNKNOWN));
  }

  @Test
  void ourCompanyStandsWithTheRulesAndNeverWithCrawledText() {
    ModelQuestion asked = question(Prompt.CURRENT, "Pricing", OURS).worded(JSON);

    assertThat(asked.instructions()).endsWith(OURS.text());
    assertThat(asked.data()).doesNotContain("45 USD");
  }

  @Test
  void firstPromptIsAskedAsItAlwaysWas() {
    var with = question(1, "Pricing", OURS);

    assertThat(with.worded(JSON).instructions()).doesNotContain("own-company");
    assertThat(with.purpose().inputHash())
        .isEqualTo(question(1, "Pricing", OwnCompany.UNKNOWN).purpose().inputHash());
  }

  @Test
  void explanationMayNameOurPriceAndClaimsMayNot() {
    JsonNode answer =
        answer("Our Team at $45 stands below it now.", "Pro costs $45 more than Team.");

    CheckedAnswer with = question(2, "Pricing", OURS).checked(answer, JSON).orElseThrow();
    CheckedAnswer without =
        question(2, "Pricing", OwnCompany.UNKNOWN).checked(answer, JSON).orElseThrow();

    assertThat(with.whyItMatters()).contains("$45");
    assertThat(with.claims()).isEmpty();
    assertThat(without.whyItMatters()).isNull();
  }

  private static String hash(String title, OwnCompany own) {
    return question(Prompt.CURRENT, title, own).purpose().inputHash();
  }

  private static AssessmentQuestion question(int version, String title, OwnCompany own) {
    return AssessmentQuestion.of(WORKSPACE, Subjects.of(proRaised(title)), version, own, 24_000);
  }

  private static JsonNode answer(String why, String claim) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("relevant", true).put("category", "PRICING").put("headline", "Pro got dearer");
    ArrayNode claims = answer.putArray("what_changed");
    ObjectNode one = claims.addObject().put("text", claim).put("kind", "inference");
    one.putArray("evidence_ids").add("E2");
    one.put("quote_new", "Pro $59");
    answer.put("why_it_matters", why).put("significance", 50).put("confidence", "high");
    answer.putArray("audience").add("SALES");
    return answer.putNull("noise_reason").put("insufficient_evidence", false);
  }
}
