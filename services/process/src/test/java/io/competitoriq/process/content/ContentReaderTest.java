package io.competitoriq.process.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ContentReaderTest {

  @Test
  void offsetsPointAtTheBlocksText() {
    // When
    Content content =
        read(
            "<main><h1>Plans</h1><p>One  two\nthree</p><table><tr><td>A</td><td>B</td></tr></table></main>");
    // Then
    assertThat(content.text()).isEqualTo("Plans\nOne two three\nA | B");
    assertThat(content.blocks())
        .allSatisfy(
            block ->
                assertThat(content.text().substring(block.start(), block.end()))
                    .isEqualTo(block.text()));
  }

  @Test
  void navigationFootersAndBannersAreLeftOutButNoPriceIs() {
    // When
    Content content =
        read(
            "<nav>Home</nav><div class=cookie-banner>We use cookies</div><main><p>What we do all day long.</p></main><aside><p>$49/mo</p></aside><footer>Imprint</footer>");
    // Then
    assertThat(texts(content)).containsExactly("What we do all day long.", "$49/mo");
    assertThat(content.blocks().getLast().region()).isEqualTo(Region.MAIN);
  }

  @Test
  void idsSurviveWhatIsAddedAbove() {
    // Given
    Block before = read("<main><h2>Pro</h2><p>For teams that grow.</p></main>").blocks().getLast();
    // When
    Block after =
        read("<main><p>New: a banner.</p><h2>Pro</h2><p>For teams that grow.</p></main>")
            .blocks()
            .getLast();
    // Then
    assertThat(after.id()).isEqualTo(before.id());
  }

  @Test
  void quotedCustomersAndLabelledAdvertsAreMarkedWhateverTheirClass() {
    // When
    Content content =
        read(
            "<main><p>Real text about the product.</p><div class=x1><p>“It made our work so much easier.” — Ana, Acme</p></div><div class=x2><span>Sponsored</span><p>Buy this now</p></div></main>");
    // Then
    assertThat(content.blocks())
        .extracting(Block::region)
        .containsExactly(Region.MAIN, Region.TESTIMONIAL, Region.ADVERT, Region.ADVERT);
  }

  @Test
  void whatHoldsMostOfThePageIsNoMarginWhateverItIsCalled() {
    // Given
    String post =
        "<article><p>We moved our mail to the new servers last week, and since then large files take twice as long to arrive as they did before.</p><p>Has anybody here seen the same, and what did you do about it in the end?</p></article>";
    // When
    Content content =
        read(
            "<h1>Slow mail</h1><div class=comments>"
                + post
                + post.replace("mail", "log")
                + "</div>");
    // Then
    assertThat(content.blocks()).extracting(Block::region).containsOnly(Region.MAIN);
  }

  @Test
  void whatAPostQuotesIsPartOfItAndWhatACustomerSaysIsNot() {
    // Given
    String quote =
        "<blockquote class='quote'><p>We pay 20 dollars for each seat since May.</p></blockquote>";
    String page =
        "<main><h1>Seats</h1><p>What seats cost, who needs one, and how they are counted every month.</p><p>Guests look on for free.</p><div class=%s>"
            + quote
            + "</div></main>";
    // When
    Content forum = read(page.formatted("message-body"));
    Content site = read(page.formatted("hero"));
    // Then
    assertThat(forum.blocks().getLast().region()).isEqualTo(Region.MAIN);
    assertThat(site.blocks().getLast().region()).isEqualTo(Region.TESTIMONIAL);
  }

  @Test
  void commentsUnderAnArticleAreItsMargin() {
    // Given
    String text =
        "<p>We moved our mail to the new servers last week, and since then large files take half as long to arrive as they did before.</p>";
    // When
    Content content =
        read(
            "<article><h1>Fast mail</h1>"
                + text
                + text.replace("mail", "log")
                + text.replace("mail", "shop")
                + "</article><div class=comments><p>Great news, thank you!</p></div>");
    // Then
    assertThat(content.blocks().getLast().region()).isEqualTo(Region.RELATED);
  }

  @Test
  void pricesSplitOverElementsReadAsTheyLook() {
    // When
    Content content =
        read(
            "<main><p><b>Pro</b><span>$49</span><sup>99</sup><span>/mo</span></p><p><del>$59</del> $49</p></main>");
    // Then
    assertThat(texts(content)).containsExactly("Pro $49.99/mo", "$49");
  }

  @Test
  void aPageDrawnByScriptsIsReadFromItsNoscript() {
    // When
    Content content =
        read("<div id=app></div><noscript><h1>Forum</h1><p>A topic about things.</p></noscript>");
    // Then
    assertThat(texts(content)).containsExactly("Forum", "A topic about things.");
  }

  private static List<String> texts(Content content) {
    return content.blocks().stream().map(Block::text).toList();
  }

  private static Content read(String html) {
    return ContentReader.read(Jsoup.parse(html), text -> text.contains("$"));
  }
}
