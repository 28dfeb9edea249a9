package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.source.PageUrl;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {

  private static final Site ACME = Site.expected(PageUrl.parse("https://www.acme.com/"));

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://www.linkedin.com/company/acme/jobs/               | SOCIAL  | LinkedIn        | https://www.linkedin.com/company/acme
          https://twitter.com/acme?lang=en                          | SOCIAL  | X               | https://twitter.com/acme
          https://www.youtube.com/@acme/videos                      | SOCIAL  | YouTube         | https://www.youtube.com/@acme
          https://www.facebook.com/acme.inc                         | SOCIAL  | Facebook        | https://www.facebook.com/acme.inc
          https://www.tiktok.com/@acme                              | SOCIAL  | TikTok          | https://www.tiktok.com/@acme
          https://github.com/acme                                   | SOCIAL  | GitHub          | https://github.com/acme
          https://github.com/orgs/acme/repositories                 | SOCIAL  | GitHub          | https://github.com/acme
          https://www.g2.com/products/acme/reviews#x                | REVIEWS | G2              | https://www.g2.com/products/acme/reviews
          https://uk.trustpilot.com/review/acme.com                 | REVIEWS | Trustpilot      | https://uk.trustpilot.com/review/acme.com
          https://apps.apple.com/us/app/acme/id1234567890?mt=8      | APPS    | App Store       | https://apps.apple.com/us/app/acme/id1234567890
          https://play.google.com/store/apps/details?hl=en&id=a.b.c | APPS    | Google Play     | https://play.google.com/store/apps/details?id=a.b.c
          https://acme.statuspage.io/                               | STATUS  | Status page     | https://acme.statuspage.io/
          https://acme.zendesk.com/hc/en-us/articles/1              | HELP    | Help centre     | https://acme.zendesk.com/hc/en-us
          https://jobs.lever.co/acme                                | CAREERS | Lever job board | https://jobs.lever.co/acme
          """)
  void aLinkOutsideLeadsToAPlaceOfTheCompany(String url, String kind, String label, String at) {
    // When
    Find find = Neighbours.of(URI.create(url), ACME, "the site links to").getFirst();
    // Then
    assertThat(find.kind()).hasToString(kind);
    assertThat(find.label()).isEqualTo(label);
    assertThat(find.url()).hasToString(at);
    assertThat(find.hints()).singleElement().asString().startsWith("the site links to its ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/sharer/sharer.php?u=https://acme.com",
        "https://twitter.com/intent/tweet?text=x",
        "https://www.linkedin.com/shareArticle?url=x",
        "https://www.instagram.com/p/Cx12/",
        "https://github.com/features/actions",
        "https://www.youtube.com/watch?v=abc",
        "https://example.org/pricing"
      })
  void buttonsPostsAndStrangersAreNoPlaces(String url) {
    assertThat(Neighbours.of(URI.create(url), ACME, "the site links to")).isEmpty();
  }

  @Test
  void ownRepositoriesAndChannelsHaveFeedsAndThoseOfOthersDoNot() {
    assertThat(urls("https://github.com/acme/acme-server/issues"))
        .containsExactly(
            "https://github.com/acme", "https://github.com/acme/acme-server/releases.atom");
    assertThat(urls("https://github.com/vercel/next.js"))
        .containsExactly("https://github.com/vercel");
    assertThat(urls("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"))
        .contains("https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
  }

  @Test
  void aProfileNamedLikeTheSiteIsSurerThanAnother() {
    assertThat(confidence("https://x.com/acmehq")).isGreaterThan(confidence("https://x.com/jdoe"));
  }

  private static double confidence(String url) {
    return Neighbours.of(URI.create(url), ACME, "the site links to").getFirst().confidence();
  }

  private static List<String> urls(String url) {
    return Neighbours.of(URI.create(url), ACME, "the site links to").stream()
        .map(find -> find.url().toString())
        .toList();
  }
}
