package io.competitoriq.analysis.signal;

import static io.competitoriq.analysis.Changes.added;
import static io.competitoriq.analysis.Changes.money;
import static io.competitoriq.analysis.Changes.price;
import static io.competitoriq.analysis.Changes.removed;
import static io.competitoriq.analysis.Changes.text;
import static io.competitoriq.analysis.Changes.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.Changes;
import io.competitoriq.analysis.profile.Audience;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BriefTest {

  static Stream<Arguments> prices() {
    return Stream.of(
        Arguments.of(price("Pro", usd(4900), usd(5900)), "dearer Pro"),
        Arguments.of(price("Pro", usd(5900), usd(4900)), "cheaper Pro"),
        Arguments.of(price("Pro", usd(4900), usd(0)), "costs nothing now"),
        Arguments.of(price("Pro", usd(0), usd(900)), "has to pay now"),
        Arguments.of(price("Pro", usd(4900), FactValue.ofText("Contact us")), "Nobody can compare"),
        Arguments.of(price("Pro", FactValue.ofText("Contact us"), usd(4900)), "by everybody"),
        Arguments.of(
            price("Pro", usd(4900), money(4900, "EUR", BillingPeriod.MONTH)), "other terms"));
  }

  @ParameterizedTest
  @MethodSource("prices")
  void everyWayAPriceMovesHasItsReason(FactChange fact, String words) {
    assertThat(brief(SourceKind.PRICING, fact).whyItMayMatter()).first().asString().contains(words);
  }

  @Test
  void outdatedComparisonIsNamedByTheAmountItNames() {
    assertThat(brief(SourceKind.PRICING, price("Pro", usd(4900), usd(5900))).whyItMayMatter())
        .singleElement()
        .asString()
        .endsWith("Comparisons that name $49 per month are out of date.");
  }

  @Test
  void weightiestReasonsComeFirstAndAreAtMostThree() {
    Brief brief =
        brief(
            SourceKind.PRICING,
            added(FactKind.POST, "Hello"),
            added(FactKind.FEATURE, "Single sign-on"),
            removed(FactKind.PLAN, "Starter"),
            price("Pro", usd(4900), usd(5900)));

    assertThat(brief.whyItMayMatter()).hasSize(3);
    assertThat(brief.whyItMayMatter().get(0)).contains("dearer Pro");
    assertThat(brief.whyItMayMatter().get(1)).contains("Customers of Starter");
    assertThat(brief.whatChanged().getFirst()).startsWith("Pro raised from $49 to $59");
    assertThat(brief.audience()).containsExactly(Audience.SALES, Audience.EXECUTIVE);
  }

  @Test
  void textWithoutFactsIsToldByItsCategory() {
    Brief headline = brief(SourceKind.HOME, text("The best help desk", "The AI help desk"));
    Brief legal = brief(SourceKind.LEGAL, text("30 days", "14 days"));

    assertThat(headline.whyItMayMatter().getFirst()).contains("first line of a home page");
    assertThat(headline.audience()).contains(Audience.MARKETING);
    assertThat(legal.whyItMayMatter().getFirst()).contains("Terms bind");
    assertThat(legal.whatChanged()).singleElement().asString().contains("14 days");
  }

  @Test
  void whatIsTooMuchIsCounted() {
    TextChange[] many =
        IntStream.range(0, 9)
            .mapToObj(i -> text("old " + i, "new " + i))
            .toArray(TextChange[]::new);

    Brief brief = brief(SourceKind.DOCS, many);

    assertThat(brief.whatChanged()).hasSize(Brief.MOST_CHANGES);
    assertThat(brief.moreChanges()).isEqualTo(3);
  }

  private static Brief brief(SourceKind source, FactChange... facts) {
    return brief(Changes.of(source, Arrays.asList(facts), List.of()));
  }

  private static Brief brief(SourceKind source, TextChange... texts) {
    return brief(Changes.of(source, List.of(), Arrays.asList(texts)));
  }

  private static Brief brief(RaiseSignal change) {
    return Brief.of(
        CategoryRule.of(change),
        change.sourceKind(),
        change.pageTitle(),
        new SignalContent(change.facts(), change.texts(), List.of()));
  }
}
