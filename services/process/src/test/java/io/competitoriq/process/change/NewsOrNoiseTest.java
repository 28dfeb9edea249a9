package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Replay;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsOrNoiseTest {

  private static final String PRICING = "https://brightdesk.example/pricing";

  @Test
  void aPriceOfTheSameDigitsIsAPriceChange() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plans("$19", "$29"));
    // When
    List<Found> found = source.visit(plans("$91", "$29")).found();
    // Then
    FactChange change = found.getFirst().facts().getFirst();
    assertThat(change.kind()).isEqualTo(ChangeKind.MODIFIED);
    assertThat(Arrays.asList(change.before(), change.after()))
        .extracting("amountMinor")
        .containsExactly(1900L, 9100L);
  }

  @Test
  void pricesThatSwapWithoutHeadingsAreNoMove() {
    // Given
    var source = new WatchedSource(SourceKind.OTHER, "https://brightdesk.example/shop/chairs");
    source.visit(goods("Oak chair", "$19", "Ash chair", "$29"));
    source.visit(goods("Oak chair", "$29", "Ash chair", "$19"));
    // When
    List<Settled> settled = source.visit(goods("Oak chair", "$29", "Ash chair", "$19")).settled();
    // Then
    assertThat(settled.getFirst().status()).isEqualTo(ChangeStatus.CONFIRMED);
    assertThat(settled.getFirst().hunks())
        .extracting(hunk -> hunk.text().before() + " -> " + hunk.text().after())
        .containsExactlyInAnyOrder("$19 -> $29", "$29 -> $19");
  }

  @Test
  void goodsThatChangePlacesWithTheirPricesAreNoNews() {
    // Given
    var source = new WatchedSource(SourceKind.OTHER, "https://brightdesk.example/shop/chairs");
    source.visit(goods("Oak chair", "$19", "Ash chair", "$29"));
    // When
    Findings findings = source.visit(goods("Ash chair", "$29", "Oak chair", "$19"));
    // Then
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aNewLabelOfAButtonIsBelievedWhenItStays() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, "https://brightdesk.example/about");
    source.visit(about("Start free trial"));
    source.visit(about("Book a demo"));
    List<Settled> early = new ArrayList<>();
    early.addAll(source.visit(about("Book a demo")).settled());
    early.addAll(source.visit(about("Book a demo")).settled());
    // When
    List<Settled> settled = source.visit(about("Book a demo")).settled();
    // Then
    assertThat(early).isEmpty();
    assertThat(settled).extracting(Settled::status).containsExactly(ChangeStatus.CONFIRMED);
  }

  @Test
  void aFeatureThatOnePlanLosesIsToldThoughAnotherKeepsIt() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, "https://brightdesk.example/about");
    source.visit(list("Basic", "Audit log") + list("Team", "Audit log"));
    source.visit(list("Basic") + list("Team", "Audit log"));
    // When
    List<Settled> settled = source.visit(list("Basic") + list("Team", "Audit log")).settled();
    // Then
    assertThat(settled).extracting(Settled::status).containsExactly(ChangeStatus.CONFIRMED);
    assertThat(settled.getFirst().hunks().getFirst().text().before()).isEqualTo("Audit log");
  }

  @Test
  void aSentenceThatStandsOnTwoPagesIsToldByTheFirst() {
    // Given
    String claim = "We moved our whole support platform to servers in Europe this spring.";
    var first = new WatchedSource(SourceKind.ABOUT, "https://brightdesk.example/about");
    var second = new WatchedSource(SourceKind.SECURITY, "https://brightdesk.example/security");
    for (var source : List.of(first, second)) {
      source.visit(about("The help desk for small teams that grow."));
      source.visit(about(claim));
    }
    // When
    Settled told = first.visit(about(claim)).settled().getFirst();
    told.hunks().forEach(hunk -> second.competitorTells(new KnownText(hunk.text(), "/about")));
    List<Settled> again = second.visit(about(claim)).settled();
    // Then
    assertThat(told.status()).isEqualTo(ChangeStatus.CONFIRMED);
    assertThat(again).extracting(Settled::status).containsExactly(ChangeStatus.SUPPRESSED);
    assertThat(again.getFirst().reason()).isEqualTo("Told already by /about.");
  }

  @Test
  void aPageThatComesBackFromAShellHasNotChanged() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, "https://brightdesk.example/about");
    String full = about("We help teams answer. ".repeat(100));
    source.visit(full);
    // When
    Replay.Visit shell = source.look("<html lang=en><main><p>Please wait.</p></main></html>");
    Findings back = source.visit(full);
    // Then
    assertThat(shell).isInstanceOf(Replay.Visit.Incident.class);
    assertThat(back.found()).isEmpty();
    assertThat(back.settled()).isEmpty();
  }

  private static String goods(String... namesAndPrices) {
    StringBuilder html = new StringBuilder("<html lang=en><main><h1>Chairs</h1>");
    for (int i = 0; i < namesAndPrices.length; i += 2) {
      html.append("<div class=item><div>")
          .append(namesAndPrices[i])
          .append("</div><div>")
          .append(namesAndPrices[i + 1])
          .append("</div></div>");
    }
    return html.append("</main></html>").toString();
  }

  private static String list(String heading, String... items) {
    return "<section><h2>"
        + heading
        + "</h2><p>What comes with it:</p><ul><li>Shared inbox</li><li>"
        + String.join("</li><li>", items)
        + "</li></ul></section>";
  }

  private static String plans(String basic, String team) {
    return "<html lang=en><main><h1>Pricing</h1>"
        + plan("Basic", basic)
        + plan("Team", team)
        + "</main></html>";
  }

  private static String plan(String name, String price) {
    return "<div class=card><h3>"
        + name
        + "</h3><p>"
        + price
        + " per month</p><p>For everyone</p></div>";
  }

  private static String about(String claim) {
    return "<html lang=en><main><h1>About</h1><p>"
        + claim
        + "</p><p>We are 40 people in Lisbon and Graz.</p></main></html>";
  }
}
