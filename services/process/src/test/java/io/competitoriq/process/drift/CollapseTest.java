package io.competitoriq.process.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.page.PageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CollapseTest {

  private static final UUID SOURCE = UUID.randomUUID();
  private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

  private final List<ReadVersion> versions = new ArrayList<>();

  @Test
  void pricesThatAreReadNoMoreAreDrift() {
    // Given
    read(4, 2000, 4);
    read(2, 1900, 0);
    // When
    Optional<Drift> drift = drift();
    // Then
    assertThat(drift)
        .contains(
            new Drift(
                SOURCE,
                day(4),
                2,
                "The page answers, but in its last 2 versions nothing is left of about 4 prices.",
                "Open the page: if it was rebuilt, let it be opened in a browser or give the source"
                    + " its new address; if it is as it should be, nothing is to be done."));
  }

  @Test
  void oneHiccupIsNoDrift() {
    read(9, 2000, 4);
    read(1, 0, 0);

    assertThat(drift()).isEmpty();
  }

  @Test
  void aPageThatRecoveredIsNoDrift() {
    read(4, 2000, 4);
    read(3, 100, 0);
    read(1, 2000, 4);

    assertThat(drift()).isEmpty();
  }

  @Test
  void twoVersionsAreNoHistory() {
    read(2, 2000, 4);
    read(2, 100, 0);

    assertThat(drift()).isEmpty();
  }

  @Test
  void aHiccupLongAgoDoesNotHideADrift() {
    read(3, 2000, 4);
    read(1, 2000, 0);
    read(3, 2000, 4);
    read(2, 2000, 0);

    assertThat(drift()).map(Drift::versions).contains(2);
  }

  @Test
  void aPageWithOnePriceMayLoseIt() {
    read(5, 2000, 1);
    read(3, 2000, 0);

    assertThat(drift()).isEmpty();
  }

  @Test
  void aPageThatLosesSomePricesIsAChangeAndNoDrift() {
    read(5, 2000, 4);
    read(3, 1500, 1);

    assertThat(drift()).isEmpty();
  }

  @Test
  void textBelowAQuarterOfTheMedianIsDriftHoweverLongItLasts() {
    read(4, 2000, 0);
    read(30, 499, 0);

    assertThat(drift()).map(Drift::versions).contains(30);
    assertThat(drift())
        .map(Drift::reason)
        .hasValueSatisfying(why -> assertThat(why).contains("24 %"));
  }

  @Test
  void aQuarterOfTheMedianIsEnoughText() {
    read(4, 2000, 0);
    read(3, 500, 0);

    assertThat(drift()).isEmpty();
  }

  @Test
  void aFewWordsMayComeAndGo() {
    read(5, 150, 0);
    read(3, 10, 0);

    assertThat(drift()).isEmpty();
  }

  @Test
  void anotherPageClassIsDrift() {
    read(3, 2000, 0);
    add(2, new Said("PRICING 1", PageClass.HOME, true, 2000, Map.of()));

    assertThat(drift())
        .map(Drift::reason)
        .contains(
            "The page answers, but in its last 2 versions it reads as a home page instead of pricing.");
  }

  @Test
  void whatCannotBeReadAnyMoreIsDrift() {
    read(3, 2000, 3);
    add(2, new Said("PRICING 1", PageClass.OTHER, false, 0, Map.of()));

    assertThat(drift())
        .map(Drift::reason)
        .hasValueSatisfying(why -> assertThat(why).contains("3 prices"));
  }

  @Test
  void versionsReadAsSomethingElseOrByAnotherExtractorAreNotCompared() {
    read(6, 2000, 4);
    add(3, new Said("PRICING 2", PageClass.PRICING, true, 2000, Map.of()));
    assertThat(drift()).isEmpty();

    add(3, new Said("ABOUT 2", PageClass.ABOUT, true, 100, Map.of()));
    assertThat(drift()).isEmpty();
  }

  @Test
  void nothingKnownIsNoDrift() {
    assertThat(drift()).isEmpty();
  }

  private Optional<Drift> drift() {
    return Collapse.of(SOURCE, versions.reversed());
  }

  private void read(int times, int size, int prices) {
    Map<FactKind, Integer> facts = prices == 0 ? Map.of() : Map.of(FactKind.PRICE, prices);
    add(times, new Said("PRICING 1", PageClass.PRICING, true, size, facts));
  }

  private void add(int times, Said said) {
    for (int i = 0; i < times; i++) {
      versions.add(
          new ReadVersion(
              said.reader(),
              day(versions.size()),
              said.understood(),
              said.pageClass(),
              said.size(),
              said.facts()));
    }
  }

  private static Instant day(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }

  private record Said(
      String reader,
      PageClass pageClass,
      boolean understood,
      int size,
      Map<FactKind, Integer> facts) {}
}
