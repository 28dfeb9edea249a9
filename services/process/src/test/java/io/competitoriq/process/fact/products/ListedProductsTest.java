package io.competitoriq.process.fact.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.FactFixture;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedProductsTest {

  private static final URI SHOP = URI.create("https://shop.example/kettles");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Glued, the brand in capitals; apart by a style sheet only; behind the name; by microdata.
        "<a href=/p/%d><span class=brand>ACME</span><span>Kettle %d</span></a>",
        "<a href=/p/%d><b class=product-vendor>Acme</b><span>Kettle %d</span></a>",
        "<h3><a href=/p/%d>Kettle %d <small class=card__brand>by ACME</small></a></h3>",
        "<h3><span itemprop=brand>Acme</span> – <a href=/p/%d>Kettle %d</a></h3>",
      })
  void theNameOfAProductStandsApartFromItsBrand(String name) {
    // Given
    String body = page(name);
    // When
    Understood page = new FactFixture("shop.html", SHOP, List.of(), body).read(SourceKind.OTHER);
    // Then
    assertThat(offers(page))
        .extracting(FactDraft::subject)
        .containsExactly("Kettle 1", "Kettle 2", "Kettle 3");
    assertThat(offers(page))
        .allSatisfy(
            fact ->
                assertThat(fact.detail(DetailKind.BRAND).map(Detail::text).orElse("none"))
                    .isIn("ACME", "Acme", "by ACME"));
    assertThat(FactFixture.misquoted(page)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<h3><a href=/p/%d>Acme Kettle %d</a></h3>",
    "<h3 class=brand-card><a href=/p/%d>Acme Kettle %d</a></h3>"
  })
  void whereTheMarkupSetsNoBrandApartTheNameIsWhole(String name) {
    // When
    Understood page =
        new FactFixture("shop.html", SHOP, List.of(), page(name)).read(SourceKind.OTHER);
    // Then
    assertThat(offers(page))
        .extracting(FactDraft::subject)
        .containsExactly("Acme Kettle 1", "Acme Kettle 2", "Acme Kettle 3");
  }

  private static List<FactDraft> offers(Understood page) {
    return page.facts().stream().filter(fact -> fact.kind() == FactKind.PRODUCT).toList();
  }

  private static String page(String name) {
    StringBuilder cards = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      cards
          .append("<li class=card>")
          .append(name.replace("%d", String.valueOf(i)))
          .append("<p class=amount>$2")
          .append(i)
          .append(".90</p></li>");
    }
    return "<html lang=en><title>Kettles</title><main><h1>Kettles</h1><ul>%s</ul></main></html>"
        .formatted(cards);
  }
}
