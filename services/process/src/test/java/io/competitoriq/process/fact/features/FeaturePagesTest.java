package io.competitoriq.process.fact.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.FactFixture;
import io.competitoriq.process.fact.FieldScore;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class FeaturePagesTest {

  private static final Logger LOG = Logger.getLogger(FeaturePagesTest.class);

  @Test
  void whatAPlanIncludesIsReadFromComparisonsAndCards() {
    // Given
    FieldScore score = new FieldScore("feature", "value", "group");
    List<FactFixture> pages = FactFixture.all("features");
    for (FactFixture fixture : pages) {
      // When
      Understood page = fixture.read(SourceKind.OTHER);
      // Then
      List<List<String>> expected =
          fixture.expected().stream().map(line -> named(line.get(0), line.get(1), line)).toList();
      score.add(fixture.name(), expected, features(page));
      assertThat(FactFixture.misquoted(page)).as(fixture.name()).isEmpty();
    }
    LOG.infof("%d pages with features%n%s", pages.size(), score.table());
    assertThat(pages).hasSizeGreaterThanOrEqualTo(20);
    assertThat(score.share()).as(score.table()).isGreaterThanOrEqualTo(0.97);
  }

  private static List<String> named(String plan, String feature, List<String> line) {
    return List.of(plan + ": " + feature, line.get(2), line.get(3));
  }

  private static List<List<String>> features(Understood page) {
    return page.facts().stream()
        .filter(fact -> fact.kind() == FactKind.FEATURE)
        .map(
            fact ->
                List.of(
                    fact.subject() + ": " + fact.field(),
                    value(fact),
                    fact.detail(DetailKind.GROUP).map(Detail::text).orElse("-")))
        .toList();
  }

  private static String value(FactDraft fact) {
    String text = fact.value().text();
    return text.equals(Cell.YES) || text.equals(Cell.NO) ? text.toUpperCase(Locale.ROOT) : text;
  }
}
