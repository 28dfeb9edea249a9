package io.competitoriq.process.maintext;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MainTextTest {

  private static final String ARTICLE =
      """
      <!doctype html><html><head><title>How we price our plans - Acme</title></head><body>
      <header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li>
      <li><a href="/product">Product</a></li><li><a href="/pricing">Pricing</a></li></ul></nav></header>
      <main><article class="post"><h1>How we price our plans</h1>
      <p>Pricing is hard. For two years we asked customers what they would pay, and every answer was different.</p>
      <p>In the end we chose three plans, because people compare three things well, and four badly.</p>
      <p>The team plan costs as much as a lunch per person. We think that is fair, and we will not change it this year.</p>
      </article></main>
      <aside class="sidebar related-posts"><h3>Related posts</h3><ul><li><a href="/a">Ten tips for startups</a></li>
      <li><a href="/b">What we learned in May</a></li></ul></aside>
      <div class="cookie-banner"><p>We use cookies. <button>Accept all</button></p></div>
      <footer class="footer"><p>© 2026 Acme Inc. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>
      </body></html>
      """;

  @Test
  void anArticleIsReadWithoutItsFurniture() {
    // When
    String text = MainText.of(Jsoup.parse(ARTICLE)).text();
    // Then
    assertThat(text)
        .contains("Pricing is hard.", "three plans", "as much as a lunch per person")
        .doesNotContain("Home", "Ten tips", "cookies", "All rights reserved", "Privacy policy");
  }

  @Test
  void whatAPageSaysTwiceIsReadOnce() {
    // Given
    String again =
        ARTICLE.replace(
            "</article>",
            "<p class=mobile-only>In the end we chose three plans, because people compare three things well, and four badly.</p></article>");
    // When
    String text = MainText.of(Jsoup.parse(again)).text();
    // Then
    assertThat(text.split("we chose three plans", -1)).hasSize(2);
  }

  @Test
  void jsonLdIsReadWhereThePageDoesNotShowIt() {
    // Given
    String body =
        "Acme Flow moves files between clouds while people sleep, and tells them in the morning what it did and what it could not do. It is made for teams of five to fifty, and needs no server.";
    String drawnByScripts =
        "<html><head><title>Acme Flow</title><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"%s\"}</script></head><body><div id=app></div></body></html>"
            .formatted(body);
    String shown =
        drawnByScripts.replace("<div id=app>", "<article><p>" + body + "</p></article><div>");
    // Then
    assertThat(MainText.of(Jsoup.parse(drawnByScripts)).text()).isEqualTo(body + "\n");
    assertThat(MainText.of(Jsoup.parse(shown)).text()).isEqualTo(body + "\n");
  }

  @Test
  void elementsKnowWhetherTheyHoldMainText() {
    // Given
    Document page = Jsoup.parse(ARTICLE);
    // When
    MainText main = MainText.of(page);
    // Then
    assertThat(main.holds(page.expectFirst("article p"))).isTrue();
    assertThat(main.holds(page.expectFirst("aside li"))).isFalse();
    assertThat(main.holds(page.expectFirst("footer p"))).isFalse();
  }

  @Test
  void aPageWithoutTextHasNoMainText() {
    assertThat(MainText.of(Jsoup.parse("<div><img src=x></div>")).text()).isEmpty();
    assertThat(MainText.of(Jsoup.parse("")).text()).isEmpty();
  }
}
