package io.competitoriq.process.fact.jobs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.FactFixture;
import io.competitoriq.process.fact.FieldScore;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class CareersPagesTest {

  private static final Logger LOG = Logger.getLogger(CareersPagesTest.class);

  @Test
  void openingsOfBoardsAndSitesAreReadWhole() {
    // Given
    FieldScore score =
        new FieldScore("title", "location", "workplace", "employment", "department", "salary");
    List<FactFixture> pages = FactFixture.all("careers");
    for (FactFixture fixture : pages) {
      // When
      Understood page = fixture.read(SourceKind.CAREERS);
      // Then
      score.add(fixture.name(), fixture.expected(), openings(page));
      assertThat(FactFixture.misquoted(page)).as(fixture.name()).isEmpty();
    }
    LOG.infof("%d careers pages%n%s", pages.size(), score.table());
    assertThat(pages).hasSizeGreaterThanOrEqualTo(25);
    assertThat(score.share()).as(score.table()).isGreaterThanOrEqualTo(0.99);
  }

  private static List<List<String>> openings(Understood page) {
    return page.facts().stream()
        .filter(fact -> fact.kind() == FactKind.JOB_OPENING)
        .map(
            fact ->
                List.of(
                    fact.subject(),
                    text(fact, DetailKind.LOCATION),
                    text(fact, DetailKind.WORKPLACE),
                    text(fact, DetailKind.EMPLOYMENT),
                    text(fact, DetailKind.DEPARTMENT),
                    pay(fact)))
        .toList();
  }

  private static String text(FactDraft fact, DetailKind kind) {
    return fact.detail(kind).map(Detail::text).orElse("-");
  }

  private static String pay(FactDraft fact) {
    if (fact.detail(DetailKind.SALARY).isEmpty()) {
      return "-";
    }
    Detail min = fact.detail(DetailKind.SALARY_MIN).orElseThrow();
    Detail max = fact.detail(DetailKind.SALARY_MAX).orElseThrow();
    return "%s-%s %s %s"
        .formatted(major(min), major(max), min.currency(), text(fact, DetailKind.SALARY_PERIOD));
  }

  private static String major(Detail money) {
    int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
    long minor = requireNonNull(money.amountMinor());
    String plain = BigDecimal.valueOf(minor, digits).toPlainString();
    return plain.replaceFirst("\\.00$", "");
  }
}
