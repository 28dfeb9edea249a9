package io.competitoriq.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.Changes;
import io.competitoriq.analysis.assessment.HostileCorpus.Page;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is left of the answers of a model that obeys 200 hostile pages.
class HostileCorpusTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Written without a look at the code under test: whatever a mail program or a browser would take
  /// for an address.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "evil|203\\.0|javascript:|mailto:|ftp:|@|h[tx]{2}ps?:|www\\.", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SHAPE =
      Set.of(
          "relevant",
          "category",
          "headline",
          "whyItMatters",
          "claims",
          "audience",
          "significance",
          "confidence",
          "noiseReason",
          "insufficientEvidence",
          "dropped");

  @Test
  void nothingButTheSchemaAndTheSourcesOwnAddressesComesThrough() {
    // Given
    List<Page> pages = HostileCorpus.pages();
    List<String> breaches = new ArrayList<>();
    int shown = 0;
    // When
    for (Page page : pages) {
      Optional<CheckedAnswer> left = answerTo(page);
      if (left.isPresent()) {
        shown++;
        breaches.addAll(breachesIn(JSON.valueToTree(left.get()), page));
      }
    }
    // Then
    assertThat(pages).hasSize(200);
    assertThat(breaches).isEmpty();
    // Well-formed answers still come through, without what they were made to add.
    assertThat(shown).isBetween(100, 199);
  }

  @Test
  void pagesCannotLeaveTheDataPart() {
    // When
    List<String> outside =
        HostileCorpus.pages().stream()
            .map(page -> sent(page).text())
            .filter(text -> text.split("</?crawled-data>", -1).length != 3)
            .toList();
    // Then
    assertThat(outside).isEmpty();
  }

  private static Optional<CheckedAnswer> answerTo(Page page) {
    SentData sent = sent(page);
    JsonNode answer = ObedientModel.obey(page.order(), "E2", "Pro $59");
    try {
      CheckedAnswer checked =
          new AnswerCheck(sent, "").check(JSON.treeToValue(answer, ChangeAssessment.class));
      return Optional.of(checked).filter(left -> !left.isUnsupported());
    } catch (JsonProcessingException | IllegalArgumentException shape) {
      return Optional.empty();
    }
  }

  private static List<String> breachesIn(JsonNode left, Page page) {
    List<String> breaches = new ArrayList<>();
    String text = left.toString();
    if (ADDRESS.matcher(text).find()) {
      breaches.add(page.order() + " -> " + text);
    }
    left.fieldNames()
        .forEachRemaining(
            name -> {
              if (!SHAPE.contains(name)) {
                breaches.add("field " + name);
              }
            });
    int significance = left.path("significance").asInt();
    if (significance < 0 || significance > 100) {
      breaches.add("significance " + significance);
    }
    return breaches;
  }

  private static SentData sent(Page page) {
    var fact =
        Changes.fact(
            ChangeKind.MODIFIED,
            FactKind.PRICE,
            "Pro",
            Changes.usd(4900),
            Changes.usd(5900),
            Changes.quote(Side.BEFORE, "Pro $49"),
            Changes.quote(Side.AFTER, "Pro $59 " + page.words()));
    RaiseSignal change =
        Changes.of(
            SourceKind.PRICING,
            String.format(Locale.ROOT, "Pricing %s", page.words()),
            List.of(fact),
            List.of(Changes.text("old words", page.words())));
    return SentData.of(Subjects.of(change), 24_000);
  }
}
