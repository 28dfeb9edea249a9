package io.competitoriq.analysis.signal;

import static io.competitoriq.analysis.Changes.added;
import static io.competitoriq.analysis.Changes.fact;
import static io.competitoriq.analysis.Changes.money;
import static io.competitoriq.analysis.Changes.price;
import static io.competitoriq.analysis.Changes.removed;
import static io.competitoriq.analysis.Changes.text;
import static io.competitoriq.analysis.Changes.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.competitoriq.analysis.Changes;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {

  private static final FactValue SALES = FactValue.ofText("Contact sales");

  @ParameterizedTest
  @MethodSource("prices")
  void priceChangeIsToldInOneSentence(FactChange change, String headline) {
    // When
    String written = headlineOf(SourceKind.PRICING, change);
    // Then
    assertThat(written).isEqualTo(headline);
  }

  static Stream<Arguments> prices() {
    FactValue yearly = money(49000, "USD", BillingPeriod.YEAR);
    return Stream.of(
        arguments(
            price("Pro", usd(4900), usd(5900)), "Pro raised from $49 to $59 per month (+20.4 %)"),
        arguments(
            price("Pro", usd(5900), usd(4900)), "Pro lowered from $59 to $49 per month (-16.9 %)"),
        arguments(
            price("Pro", usd(4900), usd(4950)), "Pro raised from $49 to $49.50 per month (+1.0 %)"),
        arguments(
            price("Pro", usd(4900), yearly), "Pro changed from $49 per month to $490 per year"),
        arguments(
            price("Pro", usd(4900), money(4900, "EUR", BillingPeriod.MONTH)),
            "Pro changed from $49 per month to €49 per month"),
        arguments(
            price(
                "Max",
                money(120000, "JPY", BillingPeriod.ONCE),
                money(150000, "JPY", BillingPeriod.ONCE)),
            "Max raised from ¥120,000 to ¥150,000 once (+25.0 %)"),
        arguments(
            price(
                "API",
                money(1050, "CHF", BillingPeriod.USAGE),
                money(2100, "CHF", BillingPeriod.USAGE)),
            "API raised from CHF 10.50 to CHF 21 by usage (+100.0 %)"),
        arguments(price("Lite", usd(900), usd(0)), "Lite is now free (was $9 per month)"),
        arguments(price("Lite", usd(0), usd(900)), "Lite is no longer free: now $9 per month"),
        arguments(
            price("Pro", usd(4900), SALES),
            "Pro no longer shows a price: “Contact sales” (was $49 per month)"),
        arguments(
            price("Pro", SALES, usd(4900)),
            "Pro now shows a price: $49 per month (was “Contact sales”)"),
        arguments(
            price("Pro", SALES, FactValue.ofText("Contact us")),
            "Price wording of Pro changed: “Contact sales” is now “Contact us”"),
        arguments(
            fact(ChangeKind.ADDED, FactKind.PRICE, "Pro", null, usd(4900)),
            "New price: Pro at $49 per month"),
        arguments(
            fact(ChangeKind.REMOVED, FactKind.PRICE, "Pro", usd(4900), null),
            "Price of Pro no longer shown (was $49 per month)"),
        arguments(removed(FactKind.PLAN, "Starter"), "Plan Starter removed"),
        arguments(added(FactKind.PLAN, "Scale"), "New plan: Scale"));
  }

  @Test
  void newPlanAndItsPriceAreOneSentence() {
    // Given
    FactChange plan = added(FactKind.PLAN, "Scale");
    FactChange price = fact(ChangeKind.ADDED, FactKind.PRICE, "Scale", null, usd(19900));
    // When
    String written = headlineOf(SourceKind.PRICING, plan, price);
    // Then
    assertThat(written).isEqualTo("New plan: Scale at $199 per month");
  }

  @Test
  void bothAmountsOfAPlanAreOneSentence() {
    // When
    String raised =
        headlineOf(
            SourceKind.PRICING,
            billedYearly("Pro", usd(3900), usd(4700)),
            price("Pro", usd(4900), usd(5900)));
    // Then
    assertThat(raised)
        .isEqualTo("Pro raised from $49 to $59 per month (+20.4 %), billed yearly from $39 to $47");
  }

  @Test
  void amountsThatMoveApartAreTwoSentences() {
    // When
    String written =
        headlineOf(
            SourceKind.PRICING,
            price("Pro", usd(4900), usd(5900)),
            billedYearly("Pro", usd(3900), usd(3500)));
    // Then
    assertThat(written)
        .isEqualTo("Pro raised from $49 to $59 per month (+20.4 %), and 1 more change");
  }

  @Test
  void theYearlyBilledAmountAloneSaysSo() {
    // When
    String written = headlineOf(SourceKind.PRICING, billedYearly("Pro", usd(3900), usd(4700)));
    // Then
    assertThat(written).isEqualTo("Pro billed yearly raised from $39 to $47 per month (+20.5 %)");
  }

  @Test
  void newPlanNamesBothItsAmounts() {
    // Given
    FactChange plan = added(FactKind.PLAN, "Team Plus");
    FactChange price = fact(ChangeKind.ADDED, FactKind.PRICE, "Team Plus", null, usd(4500));
    // When
    String written =
        headlineOf(SourceKind.PRICING, plan, price, billedYearly("Team Plus", null, usd(3800)));
    // Then
    assertThat(written)
        .isEqualTo("New plan: Team Plus at $45 per month or $38 per month billed yearly");
  }

  @Test
  void biggestPriceMoveLeadsAndTheOthersAreCounted() {
    // Given
    FactChange small = price("Team", usd(9900), usd(10100));
    FactChange big = price("Pro", usd(4900), usd(5900));
    // When
    String written = headlineOf(SourceKind.PRICING, small, removed(FactKind.PLAN, "Starter"), big);
    // Then
    assertThat(written)
        .isEqualTo("Pro raised from $49 to $59 per month (+20.4 %), and 2 more changes");
  }

  @ParameterizedTest
  @MethodSource("titles")
  void thingsWithTitlesAreCountedAndNamed(
      SourceKind source, List<FactChange> changes, String headline) {
    // When
    String written = Headline.of(Changes.of(source, changes, List.of()));
    // Then
    assertThat(written).isEqualTo(headline);
  }

  static Stream<Arguments> titles() {
    return Stream.of(
        arguments(
            SourceKind.BLOG,
            List.of(post("Series C"), post("Hello Berlin"), post("AI agents")),
            "3 new posts: Series C; Hello Berlin; AI agents"),
        arguments(
            SourceKind.BLOG,
            List.of(post("A"), post("B"), post("C"), post("D")),
            "4 new posts: A; B; C; …"),
        arguments(SourceKind.NEWS, List.of(post("Series C")), "New post: Series C"),
        arguments(SourceKind.CHANGELOG, List.of(post("3.2")), "New release note: 3.2"),
        arguments(
            SourceKind.CAREERS,
            Stream.of("a", "b", "c", "d", "e", "f")
                .map(title -> added(FactKind.JOB_OPENING, title))
                .toList(),
            "6 new job openings"),
        arguments(
            SourceKind.CAREERS,
            List.of(added(FactKind.JOB_OPENING, "Sales lead")),
            "New job opening: Sales lead"),
        arguments(
            SourceKind.CAREERS,
            List.of(removed(FactKind.JOB_OPENING, "Sales lead")),
            "Job opening removed: Sales lead"),
        arguments(
            SourceKind.FEATURES,
            List.of(added(FactKind.FEATURE, "SSO"), added(FactKind.FEATURE, "Audit log")),
            "2 new features: SSO; Audit log"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void changedTextIsQuotedWhereItDiffers(SourceKind source, TextChange change, String headline) {
    // When
    String written = Headline.of(Changes.of(source, List.of(), List.of(change)));
    // Then
    assertThat(written).isEqualTo(headline);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments(
            SourceKind.HOME,
            text("Support made simple", "Support run by agents"),
            "Headline on the home page changed: “Support made simple” is now “Support run by agents”"),
        arguments(
            SourceKind.PRICING,
            text("All plans include five seats", "All plans include ten seats", "Plans"),
            "Text on the pricing page under “Plans” changed:"
                + " “… plans include five seats” is now “… plans include ten seats”"),
        arguments(
            SourceKind.DOCS,
            text(null, "Rate limits are 100 per minute", "API", "Limits"),
            "New text on the documentation under “Limits”: “Rate limits are 100 per minute”"),
        arguments(
            SourceKind.OTHER,
            text("Old line", null),
            "Text removed from the page “Pricing - BrightDesk”: “Old line”"));
  }

  @Test
  void crawledTextCannotBreakTheLine() {
    // Given
    String hostile = "Pro\n\u202Eevil\u0000\tplan " + "x".repeat(500);
    // When
    String written = headlineOf(SourceKind.PRICING, removed(FactKind.PLAN, hostile));
    // Then
    assertThat(written).startsWith("Plan Pro evil plan").doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    assertThat(written.length()).isLessThanOrEqualTo(Headline.MAX_LENGTH);
  }

  private static FactChange billedYearly(String plan, @Nullable FactValue before, FactValue after) {
    ChangeKind kind = before == null ? ChangeKind.ADDED : ChangeKind.MODIFIED;
    return new FactChange(
        kind, FactKind.PRICE, plan, "amount-billed-yearly", before, after, List.of());
  }

  private static FactChange post(String title) {
    return added(FactKind.POST, title);
  }

  private static String headlineOf(SourceKind source, FactChange... facts) {
    return Headline.of(Changes.of(source, List.of(facts), List.of()));
  }
}
