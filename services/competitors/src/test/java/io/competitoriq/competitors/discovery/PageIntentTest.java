package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageIntentTest {

  @ParameterizedTest(name = "{0} called \"{1}\" is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://acme.com/pricing                     | Pricing               | PRICING
          https://acme.com/pricing                     |                       | PRICING
          https://acme.com/plans-and-pricing           |                       | PRICING
          https://acme.com/en/pricing/                 | Plans & pricing       | PRICING
          https://acme.com/pricing.html                |                       | PRICING
          https://acme.com/p/17                        | Pricing               | PRICING
          https://acme.com/product/pricing             |                       | PRICING
          https://acme.de/preise                       | Preise                | PRICING
          https://acme.de/tarife                       | Unsere Tarife         | PRICING
          https://acme.fr/tarifs                       | Tarifs                | PRICING
          https://acme.es/precios                      | Precios               | PRICING
          https://acme.com/features                    | Features              | FEATURES
          https://acme.com/product                     | Product               | FEATURES
          https://acme.com/platform                    | Platform overview     | FEATURES
          https://acme.de/funktionen                   | Funktionen            | FEATURES
          https://acme.fr/fonctionnalit%C3%A9s         | Fonctionnalités       | FEATURES
          https://acme.es/funcionalidades              |                       | FEATURES
          https://acme.com/changelog                   | Changelog             | CHANGELOG
          https://acme.com/whats-new                   | What’s new            | CHANGELOG
          https://acme.com/docs/release-notes          | Release notes         | CHANGELOG
          https://docs.acme.com/changelog              |                       | CHANGELOG
          https://acme.com/updates                     | Product updates       | CHANGELOG
          https://changelog.acme.com/                  |                       | CHANGELOG
          https://acme.de/versionshinweise             |                       | CHANGELOG
          https://acme.fr/nouveautes                   | Nouveautés            | CHANGELOG
          https://acme.es/novedades                    | Novedades             | CHANGELOG
          https://acme.com/blog                        | Blog                  | BLOG
          https://blog.acme.com/                       |                       | BLOG
          https://acme.com/resources/blog              | Read the blog         | BLOG
          https://acme.com/insights                    | Insights              | BLOG
          https://acme.de/magazin                      | Magazin               | BLOG
          https://acme.com/news                        | News                  | NEWS
          https://acme.com/company/press               | Press                 | NEWS
          https://acme.com/news/press-releases         |                       | NEWS
          https://acme.de/aktuelles                    |                       | NEWS
          https://acme.fr/actualites                   | Actualités            | NEWS
          https://acme.es/sala-de-prensa               | Sala de prensa        | NEWS
          https://acme.com/careers                     | Careers               | CAREERS
          https://acme.com/about/jobs                  | Jobs — we’re hiring   | CAREERS
          https://jobs.acme.com/                       |                       | CAREERS
          https://acme.de/karriere                     | Karriere              | CAREERS
          https://acme.de/offene-stellen               | Offene Stellen        | CAREERS
          https://acme.fr/rejoignez-nous               | Rejoignez-nous        | CAREERS
          https://acme.es/trabaja-con-nosotros         |                       | CAREERS
          https://acme.com/about-us                    | About                 | ABOUT
          https://acme.com/company                     | Our company           | ABOUT
          https://acme.de/ueber-uns                    | Über uns              | ABOUT
          https://acme.de/%C3%BCber-uns                |                       | ABOUT
          https://acme.fr/a-propos                     | À propos              | ABOUT
          https://acme.es/quienes-somos                |                       | ABOUT
          https://docs.acme.com/                       | Docs                  | DOCS
          https://acme.com/developers                  | API reference         | DOCS
          https://acme.com/blog/how-we-changed-pricing | How we changed pricing |
          https://acme.com/blog/pricing                | Pricing               |
          https://blog.acme.com/new-features           | New features          |
          https://acme.com/2026/11/changelog           | November changelog    |
          https://acme.com/careers/product-designer    | Product designer      |
          https://acme.com/docs/features               | Features              |
          https://acme.com/login                       | Log in                |
          https://acme.com/privacy                     | Privacy               | LEGAL
          https://acme.com/pricing.pdf                 | Pricing               |
          https://acme.com/customers                   | Customers             | CUSTOMERS
          https://acme.com/customers/northwind         | Northwind             |
          https://acme.com/help                        | Help centre           | HELP
          https://acme.com/security                    | Security              | SECURITY
          https://status.acme.com/                     |                       | STATUS
          https://acme.com/category/news               | News                  |
          https://acme.com/blog/page/2                 | Older posts           |
          https://acme.jp/price/                       | 料金プラン              | PRICING
          https://acme.cn/x                            | 加入我们               | CAREERS
          https://acme.pl/cennik                       | Cennik                | PRICING
          https://acme.nl/wat-is-er-nieuw              |                       | CHANGELOG
          https://acme.it/lavora-con-noi               | Lavora con noi        | CAREERS
          https://acme.com.br/politica-de-privacidade  |                       | LEGAL
          https://acme.com/                            | Acme                  |
          https://acme.com/x                           | Everything you ever wanted to know about prices and more |
          """)
  void isJudgedByAddressAndLink(String url, @Nullable String text, @Nullable SourceKind kind) {
    // When
    Optional<PageIntent> intent =
        PageIntent.of(URI.create(url), text == null ? "" : text, List.of());
    // Then
    assertThat(intent.map(PageIntent::kind)).isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void independentHintsRaiseTheConfidence() {
    // Given
    URI url = URI.create("https://acme.com/pricing");
    // When
    double address = confidence(url, "", List.of());
    double link = confidence(url, "Pricing", List.of());
    double heading = confidence(url, "Pricing", List.of("Acme", "Simple pricing for every team"));
    // Then
    assertThat(address).isBetween(0.6, 0.7);
    assertThat(link).isBetween(0.8, 0.9);
    assertThat(heading).isGreaterThan(link).isLessThan(1);
  }

  @Test
  void headingsAloneProveNothing() {
    assertThat(PageIntent.of(URI.create("https://acme.com/x"), "", List.of("Pricing"))).isEmpty();
  }

  @Test
  void saysInOneSentenceWhatMatched() {
    // Given
    URI url = URI.create("https://acme.com/pricing");
    // When
    String why =
        PageIntent.of(url, "Plans", List.of("Pricing that scales"))
            .map(PageIntent::why)
            .orElseThrow();
    // Then
    assertThat(why)
        .isEqualTo(
            "The address ends in /pricing, the link says \"Plans\" and the page says \"Pricing that"
                + " scales\".");
  }

  private static double confidence(URI url, String text, List<String> headings) {
    return PageIntent.of(url, text, headings).orElseThrow().confidence();
  }
}
