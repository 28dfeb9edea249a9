package io.competitoriq.process.fact.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "or",
        "Or",
        "or just",
        "and then",
        "or from today",
        "(or",
        "oder",
        "oder nur",
        "jetzt nur",
        "ou",
        "ou seulement",
        "o",
        "y ahora",
        "of",
        "eller",
        "lub",
        "или",
        "または",
        "Billed yearly",
        "Paid once a year",
        "bei jährlicher Zahlung",
        "Jährlich",
        "monatlich kündbar",
        "Facturé annuellement",
        "Facturación anual",
        "Faturado mensalmente",
        "Fatturato annualmente",
        "Jaarlijks gefactureerd",
        "Join the club for",
        "Discounted price is",
        "Werden Sie Mitglied für",
        "Now",
        "Only"
      })
  void wordsBetweenAmountsNameNoPlan(String words) {
    assertThat(PlanNames.isPlausible(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pro",
        "Plus",
        "Plan A",
        "Solo",
        "Team Plus",
        "Orbit",
        "Andante",
        "Essentials",
        "Free",
        "Custom",
        "Pay as you go",
        "Solo y Equipo",
        "Oderberg",
        "Für Teams",
        "Enterprise",
        "Growth & Scale"
      })
  void namesStayNames(String name) {
    assertThat(PlanNames.isPlausible(name)).isTrue();
  }
}
