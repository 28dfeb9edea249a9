package io.competitoriq.analysis.battlecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.Changes;
import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.Side;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgeingTest {

  private static final UUID ONE = UUID.randomUUID();
  private static final UUID TWO = UUID.randomUUID();

  @Test
  void sameFactUnderAnotherNameIsOneMoveAndARebuiltPageIsNone() {
    List<CurrentFact> pinned = List.of(price(ONE, "Pro", 4900), price(TWO, "Team", 900));
    List<CurrentFact> today =
        List.of(price(ONE, "Pro", 5900), price(UUID.randomUUID(), "Team", 900));

    assertThat(moves(pinned, today))
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.before()).isEqualTo(Changes.usd(4900));
              assertThat(move.after()).isEqualTo(Changes.usd(5900));
            });
  }

  @Test
  void severalPagesThatSayTheSameCountOnce() {
    List<CurrentFact> pinned = List.of(price(ONE, "Pro", 4900), price(TWO, "Pro", 4900));
    List<CurrentFact> today = List.of(price(ONE, "Pro", 5900), price(TWO, "Pro", 5900));

    assertThat(moves(pinned, today)).hasSize(1);
  }

  @Test
  void whatIsGoneAndWhatIsNewCountUnlessFeaturesAreReworded() {
    List<CurrentFact> pinned = List.of(price(ONE, "Pro", 4900), feature(TWO, "SSO", "yes"));
    List<CurrentFact> today =
        List.of(price(UUID.randomUUID(), "Max", 900), feature(UUID.randomUUID(), "SAML", "yes"));

    assertThat(moves(pinned, today)).extracting(FactMove::subject).containsExactly("Pro", "Max");
  }

  @Test
  void featureThatAPlanLostCounts() {
    assertThat(moves(List.of(feature(ONE, "SSO", "yes")), List.of(feature(ONE, "SSO", "no"))))
        .hasSize(1);
  }

  @Test
  void factOfAKindNobodyShowsCountsOnlyWhereItIsCited() {
    List<CurrentFact> pinned =
        List.of(fact(ONE, FactKind.POST, "Hello", FactValue.ofText("Hello")));

    assertThat(Ageing.moves(pinned, List.of(), Set.of(), Set.of())).isEmpty();
    assertThat(Ageing.moves(pinned, List.of(), Set.of(), Set.of(ONE))).hasSize(1);
  }

  @Test
  void wordsThatDifferInSpacingOrCaseAreTheSame() {
    assertThat(
            moves(
                List.of(feature(ONE, "SSO", "On  request")),
                List.of(feature(ONE, "SSO", "on request"))))
        .isEmpty();
  }

  private static List<FactMove> moves(List<CurrentFact> pinned, List<CurrentFact> today) {
    return Ageing.moves(pinned, today, Set.of(FactKind.PRICE, FactKind.FEATURE), Set.of());
  }

  private static CurrentFact price(UUID lineage, String plan, long minor) {
    return fact(lineage, FactKind.PRICE, plan, Changes.usd(minor));
  }

  private static CurrentFact feature(UUID lineage, String name, String value) {
    return fact(lineage, FactKind.FEATURE, name, FactValue.ofText(value));
  }

  private static CurrentFact fact(UUID lineage, FactKind kind, String subject, FactValue value) {
    return new CurrentFact(
        UUID.randomUUID(),
        lineage,
        kind,
        subject,
        "field",
        value,
        false,
        Changes.SEEN,
        null,
        Changes.quote(Side.AFTER, subject));
  }
}
