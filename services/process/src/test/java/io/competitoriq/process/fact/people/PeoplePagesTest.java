package io.competitoriq.process.fact.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.FactFixture;
import io.competitoriq.process.fact.FieldScore;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class PeoplePagesTest {

  private static final Logger LOG = Logger.getLogger(PeoplePagesTest.class);

  @Test
  void peopleAndWaysToReachThemAreReadFromPagesAboutTheCompany() {
    // Given
    FieldScore score = new FieldScore("fact", "value");
    List<FactFixture> pages = FactFixture.all("people");
    for (FactFixture fixture : pages) {
      // When
      Understood page = fixture.read(SourceKind.OTHER);
      // Then
      List<List<String>> expected =
          fixture.expected().stream().map(PeoplePagesTest::named).toList();
      score.add(fixture.name(), expected, found(page));
      assertThat(FactFixture.misquoted(page)).as(fixture.name()).isEmpty();
    }
    LOG.infof("%d pages about people and contact%n%s", pages.size(), score.table());
    assertThat(pages).hasSizeGreaterThanOrEqualTo(15);
    assertThat(score.share()).as(score.table()).isGreaterThanOrEqualTo(0.97);
  }

  /// A person is named by the name, a contact by its sort and value.
  private static List<String> named(List<String> line) {
    return line.getFirst().equals("PERSON")
        ? List.of(line.get(1), line.get(2))
        : List.of(line.get(1) + " " + line.get(2), line.get(2));
  }

  private static List<List<String>> found(Understood page) {
    return page.facts().stream()
        .filter(fact -> fact.kind() == FactKind.PERSON || fact.kind() == FactKind.CONTACT)
        .map(PeoplePagesTest::line)
        .toList();
  }

  private static List<String> line(FactDraft fact) {
    String value = fact.value().text();
    if (fact.kind() == FactKind.PERSON) {
      return List.of(fact.subject(), value);
    }
    String sort =
        fact.field().equals("profile") ? fact.subject() : fact.field().toUpperCase(Locale.ROOT);
    return List.of(sort + " " + value, value);
  }
}
