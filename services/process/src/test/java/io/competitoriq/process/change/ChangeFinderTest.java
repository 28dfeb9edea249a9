package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.NoisyPricingPage;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFinderTest {

  private static final String PRICING = "https://brightdesk.example/pricing";

  @ParameterizedTest(name = "seed {0}, {1} rotating")
  @CsvSource({
    "1,3", "2,3", "3,3", "4,4", "5,4", "6,4", "7,5", "8,5", "9,5", "10,3", "11,4", "12,5", "13,3",
    "14,4"
  })
  void tenVisitsOfANoisyPageAreNoChange(long seed, int rotating) {
    // Given
    var page = new NoisyPricingPage(seed, rotating);
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    for (int visit = 0; visit < 10; visit++) {
      // When
      Findings findings = source.visit(page.visit(49));
      // Then
      assertThat(findings.found()).as("visit %d", visit).isEmpty();
      assertThat(findings.settled()).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}, {1} rotating")
  @CsvSource({"21,3", "22,4", "23,5", "24,3", "25,5"})
  void aPriceThatRisesOnANoisyPageIsOneConfirmedChange(long seed, int rotating) {
    // Given
    var page = new NoisyPricingPage(seed, rotating);
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    for (int visit = 0; visit < 4; visit++) {
      source.visit(page.visit(49));
    }
    // When
    List<Found> found = source.visit(page.visit(59)).found();
    Findings later = source.visit(page.visit(59));
    // Then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().status()).isEqualTo(ChangeStatus.CONFIRMED);
    assertThat(found.getFirst().facts()).hasSize(1);
    FactChange change = found.getFirst().facts().getFirst();
    assertThat(change.kind()).isEqualTo(ChangeKind.MODIFIED);
    assertThat(change.factKind()).isEqualTo(FactKind.PRICE);
    assertThat(change.subject()).isEqualTo("Pro");
    assertThat(change.before())
        .isEqualTo(new FactValue("$49/mo", 4900L, "USD", BillingPeriod.MONTH));
    assertThat(change.after())
        .isEqualTo(new FactValue("$59/mo", 5900L, "USD", BillingPeriod.MONTH));
    assertThat(change.evidence()).allMatch(Evidence::verified);
    assertThat(quote(change, Side.BEFORE)).contains("Pro").contains("$49/mo");
    assertThat(quote(change, Side.AFTER)).contains("Pro").contains("$59/mo");
    assertThat(later.found()).isEmpty();
  }

  @Test
  void theFirstVersionIsABaseline() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    // When
    Findings findings = source.visit(new NoisyPricingPage(1, 3).visit(49));
    // Then
    assertThat(findings.found()).isEmpty();
    assertThat(source.facts())
        .extracting(fact -> fact.subject())
        .contains("Starter", "Pro", "Enterprise");
  }

  @Test
  void aNewTextIsConfirmedByTheNextVisitOnly() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, "https://brightdesk.example/about");
    source.visit(about("The help desk for small teams that grow."));
    // When
    List<Found> found =
        source.visit(about("The customer platform for enterprises worldwide.")).found();
    List<Settled> settled =
        source.visit(about("The customer platform for enterprises worldwide.")).settled();
    // Then
    assertThat(found).extracting(Found::status).containsExactly(ChangeStatus.CANDIDATE);
    assertThat(settled).extracting(Settled::status).containsExactly(ChangeStatus.CONFIRMED);
    assertThat(settled.getFirst().hunks().getFirst().text().before()).contains("small teams");
    assertThat(settled.getFirst().hunks().getFirst().text().after()).contains("enterprises");
  }

  @Test
  void aTextThatVanishesAgainIsSuppressed() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, "https://brightdesk.example/about");
    source.visit(about("The help desk for small teams that grow."));
    source.visit(about("Our servers are under maintenance this evening."));
    // When
    Findings back = source.visit(about("The help desk for small teams that grow."));
    // Then
    assertThat(back.settled()).extracting(Settled::status).containsExactly(ChangeStatus.SUPPRESSED);
    assertThat(back.found()).isEmpty();
  }

  @Test
  void twoPlansThatSwapPricesAreTwoPriceChanges() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plans("$19", "$29"));
    // When
    List<Found> found = source.visit(plans("$29", "$19")).found();
    // Then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().facts())
        .extracting(FactChange::subject)
        .containsExactlyInAnyOrder("Basic", "Team");
  }

  @Test
  void anOlderSnapshotThatArrivesLateChangesNothing() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plans("$19", "$29"), Instant.parse("2026-11-10T00:00:00Z"));
    // When
    Findings late = source.visit(plans("$9", "$29"), Instant.parse("2026-11-09T00:00:00Z"));
    // Then
    assertThat(late).isEqualTo(Findings.nothing());
  }

  @Test
  void newPostsAreOneChangeThatListsThemAll() {
    // Given
    var source = new WatchedSource(SourceKind.BLOG, "https://brightdesk.example/blog");
    source.visit(blog("How we ship", "Meet the team", "Our new office"));
    // When
    List<Found> found =
        source
            .visit(
                blog("Series B announced", "Support for WhatsApp", "How we ship", "Meet the team"))
            .found();
    // Then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().facts())
        .extracting(FactChange::subject)
        .containsExactly("Series B announced", "Support for WhatsApp");
  }

  @Test
  void aPlanThatAppearsAndOneThatGoesAreConfirmedAtOnce() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plan("Basic", "$19") + plan("Team", "$29"));
    // When
    List<Found> found = source.visit(plan("Basic", "$19") + plan("Scale", "$99")).found();
    // Then
    assertThat(found.getFirst().facts())
        .filteredOn(change -> change.factKind() == FactKind.PLAN)
        .extracting(change -> change.kind() + " " + change.subject())
        .containsExactlyInAnyOrder("REMOVED Team", "ADDED Scale");
  }

  @Test
  void aPageOnWhichNothingIsLeftRemovesNothingUntilItIsReadAgain() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    String full = plans("$19", "$29");
    String shell = "<html lang=en><main><h1>Pricing</h1><p>Please wait.</p></main></html>";
    source.visit(full);
    // When
    List<Found> found = new ArrayList<>();
    for (int visit = 0; visit < 4; visit++) {
      found.addAll(source.visit(shell).found());
    }
    // Then
    assertThat(found).allSatisfy(change -> assertThat(change.facts()).isEmpty());
    assertThat(source.facts()).hasSize(4).allMatch(fact -> fact.missingSince() != null);
    assertThat(source.visit(full).found()).filteredOn(it -> !it.facts().isEmpty()).isEmpty();
    assertThat(source.facts()).hasSize(4).allMatch(fact -> fact.missingSince() == null);
  }

  @Test
  void factsOfAPageOnWhichNothingIsLeftGoWithoutAWordAfterThirtyDays() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    String shell = "<html lang=en><main><h1>Pricing</h1><p>Please wait.</p></main></html>";
    source.visit(plans("$19", "$29"));
    source.visit(shell);
    // When
    List<Found> found = new ArrayList<>();
    for (int day = 2; day <= 33; day++) {
      found.addAll(source.visit(shell).found());
    }
    // Then
    assertThat(found).allSatisfy(change -> assertThat(change.facts()).isEmpty());
    assertThat(source.facts()).isEmpty();
  }

  @Test
  void theLastOfOneKindIsRemovedWhenItIsMissingForTheSecondTime() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plan("Basic", "$19"));
    source.visit(about("We moved."));
    // When
    List<Found> found = source.visit(about("We moved.")).found();
    // Then
    assertThat(found.getFirst().facts())
        .extracting(FactChange::kind)
        .containsOnly(ChangeKind.REMOVED);
  }

  private static String quote(FactChange change, Side side) {
    return change.evidence().stream()
        .filter(evidence -> evidence.side() == side)
        .findFirst()
        .orElseThrow()
        .quote();
  }

  private static String about(String claim) {
    return "<html lang=en><main><h1>About</h1><p>"
        + claim
        + "</p><p>We are 40 people in Lisbon and Graz.</p></main></html>";
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

  private static String blog(String... titles) {
    StringBuilder html = new StringBuilder("<html lang=en><main><h1>Blog</h1>");
    for (String title : titles) {
      String slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
      html.append("<article><h2><a href=/blog/")
          .append(slug)
          .append('>')
          .append(title)
          .append("</a></h2><p>A few words about it.</p></article>");
    }
    return html.append("</main></html>").toString();
  }
}
