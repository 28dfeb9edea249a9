package io.competitoriq.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.Changes;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinshipTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String SERIES_C =
      "BrightDesk has raised forty million dollars in a Series C round led by Northgate Partners to"
          + " bring its helpdesk to hospitals in Germany, Austria and Switzerland.";

  private final UUID competitor = UUID.randomUUID();

  @Test
  void samePriceMoveOnTwoPagesIsOneEvent() {
    // Given
    Marked pricing = marked("https://brightdesk.example/pricing", NOON, proTo(5900), List.of());
    Marked home = marked("https://brightdesk.example/", NOON, proTo(5900), List.of());
    // Then
    assertThat(reasons(pricing, home)).containsExactly(Tie.Reason.SAME_MOVE);
  }

  @Test
  void anotherAmountOfTheSamePlanIsAnotherEvent() {
    // Given
    Marked first = marked("https://brightdesk.example/pricing", NOON, proTo(5900), List.of());
    Marked second = marked("https://brightdesk.example/", NOON, proTo(6900), List.of());
    // Then
    assertThat(Kinship.between(first, second)).isEmpty();
  }

  @Test
  void sameMoveOfAnotherCompetitorIsAnotherEvent() {
    // Given
    Marked ours = marked("https://brightdesk.example/pricing", NOON, proTo(5900), List.of());
    Marked theirs =
        new Marked(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            NOON,
            Fingerprint.of(
                change(UUID.randomUUID(), "https://lumen.example/prices", proTo(5900), List.of())));
    // Then
    assertThat(Kinship.between(ours, theirs)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,true", "71,true", "73,false"})
  void eventsFarApartInTimeAreTwo(int hours, boolean tied) {
    // Given
    Marked first = marked("https://brightdesk.example/pricing", NOON, proTo(5900), List.of());
    Marked later =
        marked(
            "https://brightdesk.example/",
            NOON.plus(Duration.ofHours(hours)),
            proTo(5900),
            List.of());
    // Then
    assertThat(!Kinship.between(first, later).isEmpty()).isEqualTo(tied);
  }

  @Test
  void excerptInAFeedAndTheWholePostAreOneEventEvenUnderAnotherCompetitorsName() {
    // Given
    Marked feed = text("https://brightdesk.example/feed", SERIES_C);
    Marked post =
        of(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "https://partner.example/news/1",
            SERIES_C
                + " The company was founded in 2019 and has three hundred customers. Its founders"
                + " met at university and still answer one support ticket each every morning.");
    // Then
    assertThat(reasons(feed, post)).containsExactly(Tie.Reason.NEAR_TEXT);
    assertThat(Kinship.between(feed, post).getFirst().detail()).contains("%");
  }

  @Test
  void sameTextWithOtherCaseAndPunctuationIsTheSameText() {
    // Given
    Marked one = text("https://brightdesk.example/a", SERIES_C);
    Marked other =
        text("https://brightdesk.example/b", SERIES_C.toUpperCase(java.util.Locale.ROOT) + "!");
    // Then
    assertThat(reasons(one, other)).contains(Tie.Reason.SAME_TEXT);
  }

  @Test
  void textsAboutOtherThingsAreNotTied() {
    // Given
    Marked one = text("https://brightdesk.example/a", SERIES_C);
    Marked other =
        text(
            "https://brightdesk.example/b",
            "Our new mobile application lets agents answer tickets on the train, with push messages"
                + " that respect working hours and a dark theme for the night shift.");
    // Then
    assertThat(Kinship.between(one, other)).isEmpty();
  }

  @Test
  void addressIsTheSameInAllItsSpellings() {
    // Given
    Marked one = text("https://www.brightdesk.example/blog/series-c/?utm_source=x#top", "Read on.");
    Marked other = text("http://brightdesk.example/blog/series-c", "It is out.");
    // Then
    assertThat(reasons(one, other)).containsExactly(Tie.Reason.SAME_ADDRESS);
  }

  @Test
  void linkToThePageOfTheOtherTies() {
    // Given
    Marked tweet =
        text(
            "https://social.example/brightdesk", "More: https://brightdesk.example/blog/series-c.");
    Marked post = text("https://brightdesk.example/blog/series-c", "It is out.");
    // Then
    assertThat(reasons(tweet, post)).containsExactly(Tie.Reason.SAME_ADDRESS);
  }

  @Test
  void twoChangesOfOnePageAreTwoEvents() {
    // Given
    UUID source = UUID.randomUUID();
    Marked one = of(source, "https://brightdesk.example/about", "We are hiring in Berlin.");
    Marked other = of(source, "https://brightdesk.example/about", "Our office moved to Hamburg.");
    // Then
    assertThat(Kinship.between(one, other)).isEmpty();
  }

  /// A new plan is told at once, the words around it when the next visit still shows them.
  @Test
  void whatOneVersionOfAPageShowsIsOneEvent() {
    // Given
    UUID version = UUID.randomUUID();
    Marked plan = shownBy(version, List.of(Changes.added(FactKind.PLAN, "Team Plus")), List.of());
    Marked words = shownBy(version, List.of(), List.of(Changes.text(null, "Answer time reports")));
    Marked later = shownBy(UUID.randomUUID(), List.of(), List.of(Changes.text(null, "New hours")));
    // Then
    assertThat(reasons(plan, words)).containsExactly(Tie.Reason.SAME_VERSION);
    assertThat(Kinship.between(plan, later)).isEmpty();
  }

  @Test
  void sameNamesInOtherWordsAreOneEvent() {
    // Given
    Marked one =
        text("https://brightdesk.example/a", "Today Northgate Partners led our Series C of $40M.");
    Marked other =
        text("https://brightdesk.example/b", "$40M Series C: Northgate Partners comes on board.");
    // Then
    assertThat(reasons(one, other)).containsExactly(Tie.Reason.SAME_NAMES);
  }

  @Test
  void whicheverComesFirstTheReasonsAreTheSame() {
    // Given
    Marked one = text("https://brightdesk.example/a", SERIES_C);
    Marked other = text("https://brightdesk.example/b", SERIES_C + " More soon.");
    // Then
    assertThat(Kinship.between(one, other)).isNotEmpty().isEqualTo(Kinship.between(other, one));
  }

  private Marked shownBy(UUID version, List<FactChange> facts, List<TextChange> texts) {
    var change =
        new RaiseSignal(
            competitor,
            competitor,
            UUID.randomUUID(),
            version,
            Changes.PRICING,
            SourceKind.PRICING,
            "Pricing",
            NOON,
            facts,
            texts);
    return new Marked(UUID.randomUUID(), competitor, competitor, NOON, Fingerprint.of(change));
  }

  private static List<Tie.Reason> reasons(Marked one, Marked other) {
    return Kinship.between(one, other).stream().map(Tie::reason).toList();
  }

  private static List<FactChange> proTo(long minor) {
    return List.of(Changes.price("Pro", Changes.usd(4900), Changes.usd(minor)));
  }

  private Marked text(String url, String text) {
    return of(UUID.randomUUID(), url, text);
  }

  private Marked of(UUID source, String url, String text) {
    return of(competitor, source, url, text);
  }

  private static Marked of(UUID competitor, UUID source, String url, String text) {
    RaiseSignal change =
        change(competitor, url, List.of(), List.of(Changes.text(null, text, "News")));
    return new Marked(UUID.randomUUID(), competitor, source, NOON, Fingerprint.of(change));
  }

  private Marked marked(String url, Instant at, List<FactChange> facts, List<TextChange> texts) {
    return new Marked(
        UUID.randomUUID(),
        competitor,
        UUID.randomUUID(),
        at,
        Fingerprint.of(change(competitor, url, facts, texts)));
  }

  private static RaiseSignal change(
      UUID competitor, String url, List<FactChange> facts, List<TextChange> texts) {
    return new RaiseSignal(
        competitor,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        URI.create(url),
        SourceKind.OTHER,
        "Page",
        NOON,
        facts,
        texts);
  }

  @Test
  void plansWithoutAPriceTieByTheirNameToo() {
    // Given
    var added = List.of(Changes.added(FactKind.PLAN, "Enterprise Plus"));
    Marked one = marked("https://brightdesk.example/pricing", NOON, added, List.of());
    Marked other = marked("https://brightdesk.example/compare", NOON, added, List.of());
    // Then
    assertThat(reasons(one, other)).contains(Tie.Reason.SAME_MOVE);
  }
}
