package io.competitoriq.process.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.FactDiff.Delta;
import io.competitoriq.process.fact.FactDiff.FactUpdate;
import io.competitoriq.process.fact.Heirs.Heir;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactDiffTest {

  private static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-05-02T00:00:00Z");

  @Test
  void aRenamedPlanTakesItsPriceAndItsFeaturesAlong() {
    // Given
    List<FactDraft> before =
        List.of(plan("Pro"), price("Pro", 4900), feature("Pro", "Seats", "10"), plan("Free"));
    List<FactDraft> after =
        List.of(
            plan("Growth"), price("Growth", 4900), feature("Growth", "Seats", "10"), plan("Free"));
    // When
    FactUpdate update = diff(before, after);
    // Then
    assertThat(update.heirs())
        .extracting(heir -> heir.before().subject() + " > " + heir.after().subject())
        .containsOnly("Pro > Growth")
        .hasSize(3);
    assertThat(told(update)).containsExactly("MODIFIED PLAN Growth");
  }

  @ParameterizedTest
  @CsvSource({
    "Pro, Professional",
    "Team, Teams",
    "Business, Business Plus",
    "Starter Plan, Starter"
  })
  void alikeNamesAreOnePlanWhateverItCosts(String then, String now) {
    // When
    FactUpdate update =
        diff(
            List.of(plan(then), price(then, 4900), plan("Free")),
            List.of(plan(now), price(now, 5900), plan("Free")));
    // Then
    assertThat(update.heirs()).hasSize(2);
    assertThat(told(update)).containsExactly("MODIFIED PLAN " + now, "MODIFIED PRICE " + now);
  }

  @Test
  void anotherPlanAtAnotherPriceIsNotTheOldOne() {
    // When
    FactUpdate update =
        diff(
            List.of(plan("Free"), plan("Pro"), price("Pro", 4900)),
            List.of(plan("Free"), plan("Agency"), price("Agency", 9900)));
    // Then
    assertThat(update.heirs()).isEmpty();
    assertThat(told(update))
        .containsExactlyInAnyOrder(
            "ADDED PLAN Agency", "ADDED PRICE Agency", "REMOVED PLAN Pro", "REMOVED PRICE Pro");
  }

  @Test
  void twoPlansThatCouldBothBeTheOldOneAreNeither() {
    // When
    FactUpdate update =
        diff(
            List.of(plan("Free"), price("Pro", 4900)),
            List.of(plan("Free"), price("Pro One", 4900), price("Pro Two", 4900)));
    // Then
    assertThat(update.heirs()).isEmpty();
  }

  @Test
  void anOpeningThatMovesIsTheSameOpening() {
    // When
    FactUpdate update =
        diff(
            List.of(opening("Accountant", "Berlin"), opening("Recruiter", "Paris")),
            List.of(opening("Accountant", "Hamburg"), opening("Recruiter", "Paris")));
    // Then
    assertThat(update.heirs())
        .extracting(Heir::after)
        .extracting(FactDraft::subject)
        .containsExactly("Accountant");
    assertThat(told(update)).containsExactly("MODIFIED JOB_OPENING Accountant");
  }

  @Test
  void stockContactsAndTechnologiesAreKeptButNeverTold() {
    // When
    FactUpdate update =
        diff(
            List.of(
                draft(FactKind.PRODUCT, "Mug", "availability", "IN_STOCK"),
                draft(FactKind.TECHNOLOGY, "Hotjar", "analytics", "static.hotjar.com"),
                draft(FactKind.CONTACT, "x", "profile", "https://x.com/acme")),
            List.of(
                draft(FactKind.PRODUCT, "Mug", "availability", "OUT_OF_STOCK"),
                draft(FactKind.CONTACT, "x", "profile", "https://x.com/acme-hq")));
    // Then
    assertThat(update.deltas()).isEmpty();
    assertThat(update.opened()).hasSize(2);
    assertThat(update.missing()).hasSize(1);
  }

  @Test
  void aFeatureTellsThatAPlanGotItAndNotThatARowCameOrWent() {
    // When
    FactUpdate update =
        diff(
            List.of(feature("Pro", "SSO", "no"), feature("Pro", "Exports", "yes")),
            List.of(feature("Pro", "SSO", "yes"), feature("Pro", "Audit log", "yes")));
    // Then
    assertThat(told(update)).containsExactly("MODIFIED FEATURE Pro");
  }

  @Test
  void somebodyWhoLeavesIsTold() {
    // When
    FactUpdate update =
        diff(
            List.of(person("Ada Moreau", "CEO"), person("Jonas Weber", "CTO")),
            List.of(person("Ada Moreau", "CEO"), person("Mia Lang", "CTO")));
    // Then
    assertThat(told(update))
        .containsExactlyInAnyOrder("REMOVED PERSON Jonas Weber", "ADDED PERSON Mia Lang");
  }

  @Test
  void whatElseAPageTellsIsStoredAnewWhenItChangesAndToldToNobody() {
    // Given
    FactDraft before = posted("Kai Brandt");
    FactDraft after = posted("Mia Lang");
    // When
    FactUpdate update = FactDiff.of(List.of(known(before)), List.of(after), "", NOW);
    // Then
    assertThat(update.closed()).hasSize(1);
    assertThat(update.opened()).containsExactly(after);
    assertThat(update.heirs()).hasSize(1);
    assertThat(update.deltas()).isEmpty();
    assertThat(FactDiff.of(List.of(known(before)), List.of(before), "", NOW).opened()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RATING_COUNT, 1204, 1207", "PUBLISHED, 2 days ago, 3 days ago"})
  void whatCountsByItselfMakesNoVersion(DetailKind kind, String then, String now) {
    // When
    FactUpdate update =
        FactDiff.of(
            List.of(known(told(Detail.of(kind, then, null)))),
            List.of(told(Detail.of(kind, now, null))),
            "",
            NOW);
    // Then
    assertThat(update.opened()).isEmpty();
    assertThat(update.seen()).hasSize(1);
  }

  @Test
  void aDetailWhoseWordsThePageDoesNotHoldMakesNoVersion() {
    // Given
    Quote elsewhere = new Quote("b9", "by Mia Lang", 400, 411);
    FactDraft plain = told();
    FactDraft misquoted = told(Detail.of(DetailKind.AUTHOR, "Mia Lang", elsewhere));
    // When
    FactUpdate update = FactDiff.of(List.of(known(plain)), List.of(misquoted), "Hello", NOW);
    // Then
    assertThat(update.opened()).isEmpty();
  }

  private static FactDraft posted(String author) {
    return told(Detail.of(DetailKind.AUTHOR, author, null));
  }

  private static FactDraft told(Detail... details) {
    FactDraft plain = draft(FactKind.POST, "Hello", "title", "Hello");
    return new FactDraft(
        plain.kind(),
        plain.key(),
        plain.subject(),
        plain.field(),
        plain.value(),
        plain.method(),
        plain.confidence(),
        null,
        null,
        plain.quote(),
        List.of(details));
  }

  private static FactUpdate diff(List<FactDraft> before, List<FactDraft> after) {
    List<KnownFact> known = before.stream().map(FactDiffTest::known).toList();
    String text = String.join("\n", after.stream().map(FactDraft::subject).toList());
    return FactDiff.of(known, after, text, NOW);
  }

  private static List<String> told(FactUpdate update) {
    return update.deltas().stream().map(FactDiffTest::told).sorted().toList();
  }

  private static String told(Delta delta) {
    FactDraft after = delta.after();
    KnownFact before = delta.before();
    String what =
        after != null
            ? after.kind() + " " + after.subject()
            : before != null ? before.kind() + " " + before.subject() : "nothing";
    return delta.kind() + " " + what;
  }

  private static KnownFact known(FactDraft draft) {
    UUID id = UUID.randomUUID();
    return new KnownFact(
        id,
        id,
        draft.kind(),
        draft.key(),
        draft.subject(),
        draft.field(),
        draft.value(),
        THEN,
        null,
        null,
        List.of(),
        null,
        draft.details().stream()
            .map(detail -> new DetailView(detail.kind(), detail.text(), null, null, null))
            .toList());
  }

  private static FactDraft plan(String name) {
    return draft(FactKind.PLAN, name, "offer", name);
  }

  private static FactDraft price(String plan, long minor) {
    FactValue value = new FactValue("$" + minor / 100, minor, "USD", BillingPeriod.MONTH);
    return draft(FactKind.PRICE, plan, "amount", value);
  }

  private static FactDraft feature(String plan, String name, String value) {
    return draft(FactKind.FEATURE, plan, name, value);
  }

  private static FactDraft person(String name, String role) {
    return draft(FactKind.PERSON, name, "role", role);
  }

  private static FactDraft opening(String title, String place) {
    FactDraft draft = draft(FactKind.JOB_OPENING, title, "opening", place);
    String key = FactDraft.key(FactKind.JOB_OPENING, title + " @ " + place, "opening", null);
    return new FactDraft(
        draft.kind(),
        key,
        title,
        draft.field(),
        draft.value(),
        Method.RULE,
        1,
        null,
        null,
        draft.quote());
  }

  private static FactDraft draft(FactKind kind, String subject, String field, String value) {
    return draft(kind, subject, field, FactValue.ofText(value));
  }

  private static FactDraft draft(FactKind kind, String subject, String field, FactValue value) {
    return new FactDraft(
        kind,
        FactDraft.key(kind, subject, field, value.period()),
        subject,
        field,
        value,
        Method.RULE,
        1,
        null,
        null,
        new Quote("b", subject, 0, subject.length()));
  }
}
