package io.competitoriq.process.fact.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.ContentReader;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.page.PageHead;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingReaderTest {

  @Test
  void aSecondAmountOfACardBelongsToTheSamePlan() {
    // Given
    String page =
        card("Solo", "<div><b>£9</b> / agent / month</div>", "or £7 / agent / month, paid yearly")
            + card(
                "Team",
                "<div><b>£29</b> / agent / month</div>",
                "or £24 / agent / month, paid yearly");
    // When
    List<FactDraft> facts = read("en-GB", page);
    // Then
    assertThat(prices(facts))
        .containsExactlyInAnyOrder(
            "Solo amount 900 MONTH",
            "Solo amount-billed-yearly 700 MONTH",
            "Team amount 2900 MONTH",
            "Team amount-billed-yearly 2400 MONTH");
    assertThat(facts)
        .filteredOn(fact -> fact.kind() == FactKind.PLAN)
        .extracting(FactDraft::subject)
        .containsExactly("Solo", "Team");
  }

  @ParameterizedTest(name = "{1} | {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | $49 per agent per month, billed monthly | $39 per agent per month, billed yearly
          en | $49/mo                                  | or $39/mo when billed annually
          en | $49/month                               | $39/month with an annual plan
          de | 49 € pro Monat                          | oder 39 € pro Monat bei jährlicher Zahlung
          fr | 49 € par mois                           | ou 39 € par mois, facturé annuellement
          es | 49 € al mes                             | o 39 € al mes, facturado anualmente
          nl | € 49 per maand                          | of € 39 per maand, jaarlijks gefactureerd
          """)
  void theAmountBilledYearlyIsAFactBesideThePlainOne(String language, String plain, String yearly) {
    // When
    List<FactDraft> facts = read(language, card("Pro", "<p>" + plain + "</p>", yearly));
    // Then
    assertThat(prices(facts))
        .containsExactlyInAnyOrder("Pro amount 4900 MONTH", "Pro amount-billed-yearly 3900 MONTH");
    assertThat(facts).extracting(FactDraft::key).doesNotHaveDuplicates();
  }

  @Test
  void aRemarkUnderTheAmountTellsThatItIsPaidYearly() {
    // When
    List<FactDraft> paid = read("en", card("Pro", "<p>$39<span>/mo</span></p>", "billed annually"));
    List<FactDraft> saving =
        read("en", card("Pro", "<p>$49<span>/mo</span></p>", "Save 20% with annual billing"));
    // Then
    assertThat(prices(paid)).containsExactly("Pro amount-billed-yearly 3900 MONTH");
    assertThat(prices(saving)).containsExactly("Pro amount 4900 MONTH");
  }

  @Test
  void aTableWithOneRowForEachWayOfPayingGivesBothAmounts() {
    // Given
    String table =
        "<table><tr><th>Plan</th><th>Essentials</th><th>Growth</th></tr>"
            + "<tr><th>Monthly, per agent</th><td>€15</td><td>€39</td></tr>"
            + "<tr><th>Yearly, per agent and month</th><td>€12</td><td>€32</td></tr></table>";
    // When
    List<FactDraft> facts = read("en", table);
    // Then
    assertThat(prices(facts))
        .containsExactlyInAnyOrder(
            "Essentials amount 1500 MONTH",
            "Growth amount 3900 MONTH",
            "Essentials amount-billed-yearly 1200 MONTH",
            "Growth amount-billed-yearly 3200 MONTH");
  }

  @Test
  void aYearsAmountIsThePlainPriceOfAYear() {
    // When
    List<FactDraft> facts = read("en", card("Pro", "<p>$49 per month</p>", "$490 billed yearly"));
    // Then
    assertThat(prices(facts))
        .containsExactlyInAnyOrder("Pro amount 4900 MONTH", "Pro amount 49000 YEAR");
  }

  @Test
  void theLowestPriceOnAHomePageIsNoPlan() {
    // Given
    Document page = Jsoup.parse("<h1>Answer once</h1><p>From £9 per agent and month.</p>");
    // When
    List<FactDraft> facts = read(page, false);
    // Then
    assertThat(facts).isEmpty();
  }

  private static List<String> prices(List<FactDraft> facts) {
    return facts.stream()
        .filter(fact -> fact.kind() == FactKind.PRICE)
        .map(
            fact ->
                String.join(
                    " ",
                    fact.subject(),
                    fact.field(),
                    String.valueOf(fact.value().amountMinor()),
                    String.valueOf(fact.value().period())))
        .toList();
  }

  private static List<FactDraft> read(String language, String body) {
    return read(
        Jsoup.parse("<html lang=" + language + "><main><h1>Our offer</h1>" + body + "</main>"),
        true);
  }

  private static List<FactDraft> read(Document page, boolean pricingPage) {
    PageHead head = PageHead.of(page, "https://brightdesk.example/pricing");
    Content content = ContentReader.read(page, text -> text.matches(".*[$€£].*"));
    List<FactDraft> facts = PricingReader.read(content, head, pricingPage);
    assertThat(facts)
        .extracting(FactDraft::quote)
        .allSatisfy(quote -> assertThat(stands(quote, content.text())).isTrue());
    return facts;
  }

  private static boolean stands(@Nullable Quote quote, String text) {
    return quote != null && text.substring(quote.start(), quote.end()).equals(quote.text());
  }

  private static String card(String name, String price, String second) {
    return "<div class=card><h3>"
        + name
        + "</h3>"
        + price
        + "<div>"
        + second
        + "</div><ul><li>Shared inbox</li><li>Reports</li></ul></div>";
  }
}
