package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a fact tells, no text tells again.
class TellingTwiceTest {

  private static final String PRICING = "https://brightdesk.example/pricing";
  private static final String HOME = "https://brightdesk.example/";

  @Test
  void aRiseOfBothAmountsIsOneChangeOfTwoFactsAndNoText() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plan("$49", "$39", ""));
    // When
    List<Found> found = source.visit(plan("$59", "$47", "")).found();
    Findings later = source.visit(plan("$59", "$47", ""));
    // Then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().facts())
        .extracting(fact -> fact.kind() + " " + fact.subject() + " " + fact.field())
        .containsExactly("MODIFIED Pro amount", "MODIFIED Pro amount-billed-yearly");
    assertThat(found.getFirst().facts())
        .flatExtracting(FactChange::evidence)
        .allMatch(Evidence::verified);
    assertThat(later.found()).isEmpty();
    assertThat(later.settled()).isEmpty();
  }

  @Test
  void aSentenceThatRepeatsTheChangedAmountsIsNotToldAgain() {
    // Given
    String told = "<h2>Questions</h2><p>Pro is %s for each agent, whatever the channel.</p>";
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plan("$49", "$39", told.formatted("$49")));
    // When
    List<Found> found = source.visit(plan("$59", "$47", told.formatted("$59"))).found();
    // Then
    assertThat(found).extracting(Found::basis).containsExactly(Basis.FACTS);
  }

  @Test
  void aSentenceThatSaysMoreThanTheAmountsIsTold() {
    // Given
    String told = "<h2>Questions</h2><p>%s</p>";
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plan("$49", "$39", told.formatted("Every plan comes with three languages.")));
    // When
    List<Found> found =
        source
            .visit(plan("$59", "$47", told.formatted("Every plan comes with five languages.")))
            .found();
    // Then
    assertThat(found).extracting(Found::basis).containsExactly(Basis.FACTS, Basis.TEXTS);
  }

  @Test
  void aRaisedTextHasNoAgeAtItsEndAndItsQuoteStandsInThePage() {
    // Given
    var source = new WatchedSource(SourceKind.HOME, HOME);
    source.visit(home("<li><a href=/a>How we ship</a> <span>3 days ago</span></li>"));
    String added = "<li><a href=/b>Introducing Nest Answers</a> <span>%s ago</span></li>";
    // When
    source.visit(home(added.formatted("11 seconds")));
    Findings later = source.visit(home(added.formatted("20 minutes")));
    // Then
    assertThat(later.settled()).extracting(Settled::status).containsExactly(ChangeStatus.CONFIRMED);
    TextChange text = later.settled().getFirst().hunks().getFirst().text();
    assertThat(text.after()).isEqualTo("Introducing Nest Answers");
    assertThat(text.evidence()).allMatch(Evidence::verified);
    assertThat(text.evidence()).extracting(Evidence::quote).contains("Introducing Nest Answers");
  }

  @Test
  void aTeaserOfAPostToldElsewhereIsNotToldAgain() {
    // Given
    var source = new WatchedSource(SourceKind.HOME, HOME);
    String old = "<li><a href=/a>How we ship</a> <span>3 days ago</span></li>";
    String added = "<li><a href=/b>Introducing Nest Answers</a> <span>11 seconds ago</span></li>";
    source.visit(home(old));
    source.competitorPosts("Introducing Nest Answers");
    // When
    List<Found> found = source.visit(home(added + old)).found();
    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void aTeaserThatWaitsIsSuppressedWhenItsPostIsToldMeanwhile() {
    // Given
    var source = new WatchedSource(SourceKind.HOME, HOME);
    String old = "<li><a href=/a>How we ship</a> <span>3 days ago</span></li>";
    String added = "<li><a href=/b>Introducing Nest Answers</a> <span>11 seconds ago</span></li>";
    source.visit(home(old));
    List<Found> waiting = source.visit(home(added + old)).found();
    source.competitorPosts("Introducing Nest Answers");
    // When
    List<Settled> settled = source.visit(home(added + old)).settled();
    // Then
    assertThat(waiting).extracting(Found::status).containsExactly(ChangeStatus.CANDIDATE);
    assertThat(waiting.getFirst().texts())
        .extracting(TextChange::kind)
        .containsExactly(ChangeKind.ADDED);
    assertThat(settled).extracting(Settled::status).containsExactly(ChangeStatus.SUPPRESSED);
    assertThat(settled.getFirst().reason()).contains("post");
  }

  private static String plan(String monthly, String yearly, String more) {
    return "<html lang=en><main><h1>Pricing</h1><section class=plan><h2>Pro</h2><p>For growing teams.</p><p><strong>"
        + monthly
        + "</strong> per agent per month, billed monthly</p><p>"
        + yearly
        + " per agent per month, billed yearly</p><ul><li>Live chat</li></ul></section>"
        + more
        + "</main></html>";
  }

  private static String home(String posts) {
    return "<html lang=en><main><h1>Answer once, help everybody</h1><p>Turns your best replies into articles.</p>"
        + "<h2>From our blog</h2><ul>"
        + posts
        + "</ul></main></html>";
  }
}
