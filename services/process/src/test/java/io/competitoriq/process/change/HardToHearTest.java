package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Edits that stand where noise is at home, and noise that looks like an edit.
class HardToHearTest {

  private static final String PRICING = "https://brightdesk.example/pricing";
  private static final String OTHER = "https://brightdesk.example/goods/oak-chair";
  private static final String QUOTE = "<p>“It saved us weeks of work on every launch we had.”</p>";
  private static final String NEW_QUOTE = "<p>“Our agents would not go back to mail.”</p>";

  @Test
  void aQuoteThatJoinsTheOthersIsNews() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, OTHER);
    String page =
        "<main><h1>Customers</h1><p>They say it.</p><div class=testimonials>%s</div></main>";
    source.visit(page.formatted(QUOTE));
    // When
    List<Found> found = source.visit(page.formatted(QUOTE + NEW_QUOTE)).found();
    // Then
    assertThat(found).singleElement().extracting(Found::status).isEqualTo(ChangeStatus.CANDIDATE);
  }

  @Test
  void aQuoteInThePlaceOfAnotherIsNone() {
    // Given
    var source = new WatchedSource(SourceKind.ABOUT, OTHER);
    String page =
        "<main><h1>Customers</h1><p>They say it.</p><div class=testimonials>%s</div></main>";
    source.visit(page.formatted(QUOTE));
    // When
    Findings findings = source.visit(page.formatted(NEW_QUOTE));
    // Then
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aPriceStatedForMachinesOnlyIsAFactThatChanges() {
    // Given
    var source = new WatchedSource(SourceKind.OTHER, OTHER);
    source.visit(offered("60.00"));
    // When
    List<Found> found = source.visit(offered("55.00")).found();
    // Then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().status()).isEqualTo(ChangeStatus.CONFIRMED);
    var change = found.getFirst().facts().getFirst();
    assertThat(change.kind()).isEqualTo(ChangeKind.MODIFIED);
    assertThat(change.subject()).isEqualTo("Oak chair");
    assertThat(change.after()).extracting("amountMinor").isEqualTo(5500L);
    assertThat(change.evidence())
        .allSatisfy(seen -> assertThat(seen.verified()).isTrue())
        .extracting(seen -> seen.quote())
        .containsExactly("Oak chair: 60.00 USD", "Oak chair: 55.00 USD");
  }

  @Test
  void aNumberInAnAsideThatThePageIsAboutIsNews() {
    // Given
    var source = new WatchedSource(SourceKind.OTHER, OTHER);
    source.visit(course("30"));
    // When
    List<Found> found = source.visit(course("55")).found();
    // Then
    assertThat(found).singleElement().extracting(Found::status).isEqualTo(ChangeStatus.CANDIDATE);
  }

  @Test
  void offersForMachinesThatComeAreNoNews() {
    // Given
    var source = new WatchedSource(SourceKind.OTHER, OTHER);
    source.visit("<main><h1>Oak chair</h1><p>Made to last a life.</p></main>");
    // When
    Findings findings = source.visit(offered("55.00"));
    // Then
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void pricesInAnotherCurrencyAreNoNewsUntilTheyStay() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plans("$19", "$49"));
    List<Settled> early = new ArrayList<>();
    // When
    List<Found> found = source.visit(plans("€18", "€46")).found();
    early.addAll(source.visit(plans("€18", "€46")).settled());
    early.addAll(source.visit(plans("€18", "€46")).settled());
    List<Settled> settled = source.visit(plans("€18", "€46")).settled();
    // Then
    assertThat(found).noneMatch(each -> each.status() == ChangeStatus.CONFIRMED);
    assertThat(early).isEmpty();
    assertThat(settled).extracting(Settled::status).containsExactly(ChangeStatus.CONFIRMED);
  }

  @Test
  void pricesThatAreBackInTheirCurrencyAreNeverTold() {
    // Given
    var source = new WatchedSource(SourceKind.PRICING, PRICING);
    source.visit(plans("$19", "$49"));
    source.visit(plans("€18", "€46"));
    // When
    Findings back = source.visit(plans("$19", "$49"));
    // Then
    assertThat(back.found()).noneMatch(each -> each.status() == ChangeStatus.CONFIRMED);
    assertThat(back.settled()).extracting(Settled::status).containsExactly(ChangeStatus.SUPPRESSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=faq-menu><p>Refunds take %s days when you write to us first.</p></div>",
        "<div class=size-modal><p>The chair takes a load of %s kilograms at most.</p></div>",
        "<p>If you do not like it, send it back within %s days.</p>"
      })
  void whatIsOnlyCalledAMenuADialogOrACountdownIsRead(String part) {
    // Given
    var source = new WatchedSource(SourceKind.OTHER, OTHER);
    String page = "<main><h1>Oak chair</h1><p>Made to last a life.</p>%s</main>";
    source.visit(page.formatted(part.formatted("30")));
    // When
    List<Found> found = source.visit(page.formatted(part.formatted("60"))).found();
    // Then
    assertThat(found).hasSize(1);
  }

  private static String offered(String price) {
    return """
        <main><h1>Oak chair</h1><p>Made to last a life.</p></main><script type="application/ld+json">
        {"@type": "Product", "name": "Oak chair", "offers": {"@type": "Offer", "price": "%s", "priceCurrency": "USD"}}
        </script>"""
        .formatted(price);
  }

  private static String course(String hours) {
    return """
        <body><h1>Digital marketing professional</h1>
        <p>You learn how campaigns are planned, paid for and measured, with a mentor beside you in every week.</p>
        <p>At the end you hold a certificate of the institute, which is known to employers in many countries.</p>
        <div class="sidebar"><h2>The course in short</h2>
        <p>The course takes %s hours at your own pace, all of them online and with a mentor.</p></div>
        <p>Those who have finished it work in agencies, shops and start-ups all over the country.</p></body>"""
        .formatted(hours);
  }

  private static String plans(String starter, String pro) {
    return """
        <main><h1>Pricing</h1><section><h2>Starter</h2><p>%s/mo</p></section>
        <section><h2>Pro</h2><p>%s/mo</p></section></main>"""
        .formatted(starter, pro);
  }
}
