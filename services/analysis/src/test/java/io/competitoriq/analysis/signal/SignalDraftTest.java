package io.competitoriq.analysis.signal;

import static io.competitoriq.analysis.Changes.added;
import static io.competitoriq.analysis.Changes.price;
import static io.competitoriq.analysis.Changes.quote;
import static io.competitoriq.analysis.Changes.removed;
import static io.competitoriq.analysis.Changes.text;
import static io.competitoriq.analysis.Changes.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.competitoriq.analysis.Changes;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignalDraftTest {

  @ParameterizedTest
  @MethodSource("categories")
  void factsDecideTheCategoryAndThePageDoesWithoutThem(RaiseSignal change, Category category) {
    // When
    SignalDraft draft = SignalDraft.of(change);
    // Then
    assertThat(draft.category()).isEqualTo(category);
  }

  static Stream<Arguments> categories() {
    TextChange words = text("old", "new");
    return Stream.of(
        arguments(facts(SourceKind.HOME, price("Pro", usd(1), usd(2))), Category.PRICING),
        arguments(facts(SourceKind.CHANGELOG, added(FactKind.POST, "3.2")), Category.PRODUCT),
        arguments(facts(SourceKind.BLOG, added(FactKind.POST, "Hi")), Category.NEWS),
        arguments(facts(SourceKind.CAREERS, added(FactKind.JOB_OPENING, "x")), Category.HIRING),
        arguments(
            facts(SourceKind.FEATURES, added(FactKind.POST, "x"), added(FactKind.FEATURE, "y")),
            Category.PRODUCT),
        arguments(texts(SourceKind.HOME, words), Category.POSITIONING),
        arguments(texts(SourceKind.DOCS, words), Category.PRODUCT),
        arguments(texts(SourceKind.ABOUT, words), Category.POSITIONING),
        arguments(
            texts(SourceKind.ABOUT, text(null, "Ada Byron joins as CTO")), Category.LEADERSHIP),
        arguments(texts(SourceKind.OTHER, words), Category.OTHER));
  }

  @Test
  void termsOfServiceAreLegal() {
    // Given
    RaiseSignal base = texts(SourceKind.OTHER, text("old", "new"));
    RaiseSignal terms =
        new RaiseSignal(
            base.competitorId(),
            base.sourceId(),
            base.changeId(),
            base.documentId(),
            URI.create("https://brightdesk.example/legal/terms"),
            base.sourceKind(),
            base.pageTitle(),
            base.occurredAt(),
            base.facts(),
            base.texts());
    // When
    SignalDraft draft = SignalDraft.of(terms);
    // Then
    assertThat(draft.category()).isEqualTo(Category.LEGAL);
  }

  @ParameterizedTest
  @MethodSource("scores")
  void biggerChangesMatterMore(RaiseSignal change, int significance, Severity severity) {
    // When
    SignalDraft draft = SignalDraft.of(change);
    // Then
    assertThat(draft.significance()).isEqualTo(significance);
    assertThat(draft.severity()).isEqualTo(severity);
  }

  static Stream<Arguments> scores() {
    return Stream.of(
        arguments(
            facts(SourceKind.PRICING, price("Pro", usd(4900), usd(5900))), 95, Severity.CRITICAL),
        arguments(facts(SourceKind.PRICING, price("Pro", usd(4900), usd(5500))), 80, Severity.HIGH),
        arguments(
            facts(SourceKind.PRICING, price("Pro", usd(4900), usd(5000))), 55, Severity.MEDIUM),
        arguments(facts(SourceKind.PRICING, removed(FactKind.PLAN, "Starter")), 80, Severity.HIGH),
        arguments(facts(SourceKind.BLOG, added(FactKind.POST, "Hi")), 35, Severity.LOW),
        arguments(texts(SourceKind.OTHER, text("old", "new")), 6, Severity.LOW));
  }

  @Test
  void everyFactorOfTheScoreIsTold() {
    // Given
    RaiseSignal change = facts(SourceKind.PRICING, price("Pro", usd(4900), usd(5900)));
    // When
    SignalDraft draft = SignalDraft.of(change);
    // Then
    assertThat(draft.reasons())
        .containsExactly(
            "Signals about pricing weigh 1.00.",
            "The price of Pro moved by +20.4 %: magnitude 0.95.",
            "All 2 quotes were found in the stored page: source reliability 1.00.",
            "1.00 x 0.95 x 1.00 gives 95 of 100.");
    assertThat(draft.confidence()).isEqualTo(0.95);
  }

  @Test
  void unverifiedQuoteCostsScoreAndConfidence() {
    // Given
    FactChange doubtful =
        Changes.fact(
            ChangeKind.MODIFIED,
            FactKind.PRICE,
            "Pro",
            usd(4900),
            usd(5900),
            quote(Side.BEFORE, "Pro $49", true),
            quote(Side.AFTER, "Pro $59", false));
    // When
    SignalDraft draft = SignalDraft.of(facts(SourceKind.PRICING, doubtful));
    // Then
    assertThat(draft.significance()).isEqualTo(76);
    assertThat(draft.confidence()).isEqualTo(0.75);
    assertThat(draft.reasons())
        .contains("1 of 2 quotes were found in the stored page: source reliability 0.80.");
  }

  @Test
  void quoteCitedTwiceIsKeptOnce() {
    // Given
    Evidence shared = quote(Side.AFTER, "Scale $199");
    FactChange plan =
        Changes.fact(ChangeKind.ADDED, FactKind.PLAN, "Scale", null, usd(19900), shared);
    FactChange price =
        Changes.fact(ChangeKind.ADDED, FactKind.PRICE, "Scale", null, usd(19900), shared);
    // When
    SignalDraft draft = SignalDraft.of(facts(SourceKind.PRICING, plan, price));
    // Then
    assertThat(draft.evidence()).containsExactly(shared);
  }

  @Test
  void summaryTellsEveryChangeAndCountsWhatItLeavesOut() {
    // Given
    List<FactChange> openings =
        Stream.of("Sales lead", "Designer").map(t -> added(FactKind.JOB_OPENING, t)).toList();
    List<FactChange> all =
        Stream.concat(
                openings.stream(),
                Stream.iterate(1, n -> n <= 9, n -> n + 1)
                    .map(n -> removed(FactKind.PLAN, "P" + n)))
            .toList();
    // When
    SignalDraft draft =
        SignalDraft.of(
            Changes.of(SourceKind.PRICING, all, List.of(text("a", "b"), text("c", null))));
    // Then
    assertThat(draft.summary())
        .startsWith("Plan P1 removed. Plan P2 removed.")
        .endsWith("2 more changes. The text of the pricing page changed in 2 places.");
  }

  private static RaiseSignal facts(SourceKind source, FactChange... facts) {
    return Changes.of(source, List.of(facts), List.of());
  }

  private static RaiseSignal texts(SourceKind source, TextChange... texts) {
    return Changes.of(source, List.of(), List.of(texts));
  }
}
