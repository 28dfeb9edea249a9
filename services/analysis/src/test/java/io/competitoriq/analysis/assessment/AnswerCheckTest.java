package io.competitoriq.analysis.assessment;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.competitoriq.analysis.assessment.ChangeAssessment.Claim;
import io.competitoriq.analysis.profile.Audience;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.RaiseSignal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerCheckTest {

  private static final RaiseSignal CHANGE = proRaised("Pricing");
  private static final SentData SENT = SentData.of(Subjects.of(CHANGE), 24_000);
  private static final String OLD = "Pro $49 per seat and month";
  private static final String NEW = "Pro $59 per seat and month";

  @Test
  void claimOnKnownEvidenceWithFoundQuotesStands() {
    // Given
    Claim claim = claim("Pro costs $59 instead of $49, up 20.4 %.", List.of("E1", "E2"), OLD, NEW);
    // When
    CheckedAnswer checked = check("Pro is 20.4 % dearer", claim);
    // Then
    assertThat(checked.claims()).hasSize(1);
    assertThat(checked.claims().getFirst().evidenceIds())
        .isEqualTo(CHANGE.facts().getFirst().evidence().stream().map(e -> e.id()).toList());
    assertThat(checked.headline()).isEqualTo("Pro is 20.4 % dearer");
    assertThat(checked.standing()).isEqualTo("Its one claim stands on verified quotes.");
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void claimThatDoesNotStandIsDroppedAndCounted(Claim claim, Dropped reason) {
    // When
    CheckedAnswer checked = check("Pro got dearer", claim);
    // Then
    assertThat(checked.claims()).isEmpty();
    assertThat(checked.dropped()).containsExactly(Map.entry(reason, 1));
    assertThat(checked.isUnsupported()).isTrue();
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        arguments(claim("x", List.of("E9"), OLD, NEW), Dropped.UNKNOWN_EVIDENCE),
        arguments(claim("x", List.of("E1", "E9"), OLD, NEW), Dropped.UNKNOWN_EVIDENCE),
        arguments(claim("x", List.of(), OLD, NEW), Dropped.NO_EVIDENCE),
        arguments(claim(" ", List.of("E1"), OLD, NEW), Dropped.NO_EVIDENCE),
        arguments(claim("x", List.of("E1"), null, " "), Dropped.NO_QUOTE),
        arguments(claim("x", List.of("E2"), null, "Pro is free"), Dropped.QUOTE_NOT_FOUND),
        // The old words told as new: the classic confusion.
        arguments(claim("x", List.of("E1"), null, OLD), Dropped.QUOTE_NOT_FOUND),
        arguments(claim("Pro costs $590.", List.of("E2"), null, NEW), Dropped.UNKNOWN_FIGURE),
        arguments(claim("Up by 5%.", List.of("E2"), null, NEW), Dropped.UNKNOWN_FIGURE));
  }

  @Test
  void quotesMayDifferInSpacingAndQuotationMarks() {
    // Given
    Claim claim = claim("Dearer.", List.of("E2"), null, "Pro  $59\u00a0per seat\nand month");
    // When
    CheckedAnswer checked = check("Pro got dearer", claim);
    // Then
    assertThat(checked.claims()).hasSize(1);
  }

  @Test
  void headlineWithAnInventedFigureIsDroppedAndTheClaimsStay() {
    // Given
    Claim claim = claim("Pro got dearer.", List.of("E2"), OLD, NEW);
    // When
    CheckedAnswer checked = check("Pro now costs $75", claim);
    // Then
    assertThat(checked.headline()).isNull();
    assertThat(checked.claims()).hasSize(1);
    assertThat(checked.droppedClaims()).isZero();
    assertThat(checked.standing())
        .isEqualTo(
            "Its one claim stands on verified quotes."
                + " 1 headline names a figure that is not in the evidence.");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void figuresAreKnownByValueNotBySpelling(String page, String sentence, boolean known) {
    // Given
    Numbers numbers = new Numbers(List.of(page));
    // When
    boolean covered = numbers.cover(sentence);
    // Then
    assertThat(covered).isEqualTo(known);
  }

  static Stream<Arguments> figures() {
    return Stream.of(
        arguments("costs $1,200", "1200 dollars", true),
        arguments("kostet 1.200,50 EUR", "1200.50", true),
        arguments("costs $49.00", "$49", true),
        arguments("costs $49.00", "$4900", false),
        arguments("up 20.4 %", "20.4%", true),
        arguments("five plans", "3 plans", true),
        arguments("five plans", "$3", false),
        arguments("five plans", "12 plans", false),
        arguments("nothing", "v2 and Q3", true));
  }

  private static CheckedAnswer check(String headline, Claim... claims) {
    return new AnswerCheck(SENT, "")
        .check(
            new ChangeAssessment(
                true,
                Category.PRICING,
                headline,
                List.of(claims),
                "Room for a cheaper offer.",
                List.of(Audience.SALES),
                80,
                Confidence.HIGH,
                null,
                false));
  }

  private static Claim claim(
      String text, List<String> evidence, @Nullable String old, @Nullable String now) {
    return new Claim(text, evidence, null, null, null, old, now, null);
  }
}
