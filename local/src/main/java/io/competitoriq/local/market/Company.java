package io.competitoriq.local.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything one fictional company says about itself at one moment. Entries of lists carry an
/// `id`, unique within their list, by which the script addresses them.
///
/// @param currency ISO 4217
/// @param trial the sentence about the free trial
record Company(
    String id,
    String name,
    String tagline,
    String headline,
    String subline,
    String description,
    int founded,
    String place,
    Style style,
    String currency,
    String trial,
    List<Plan> plans,
    List<FeatureGroup> features,
    List<Post> posts,
    List<Release> releases,
    List<Job> jobs,
    List<Person> people,
    List<Quote> quotes,
    List<String> offers,
    List<String> customers,
    Elsewhere elsewhere) {

  /// How the company's site is built; the three differ as real sites do.
  ///
  /// @param prefix begins every CSS class
  /// @param nav the pages of the main navigation, in order
  record Style(
      String prefix,
      String accent,
      LayoutKind layout,
      PricingKind pricing,
      FeedKind feed,
      List<String> nav) {}

  /// The skeleton of every page: one with a side column, one in semantic elements, one of bare
  /// divs.
  enum LayoutKind {
    ASIDE,
    ARTICLE,
    DIVS
  }

  /// Where a machine finds the prices.
  enum PricingKind {
    JSON_LD,
    TABLE,
    CARDS
  }

  enum FeedKind {
    RSS,
    ATOM
  }

  /// @param monthly whole units per agent and month, null when sales must be asked
  /// @param yearly the same when a year is paid at once
  record Plan(
      String id,
      String name,
      String pitch,
      @Nullable Integer monthly,
      @Nullable Integer yearly,
      List<String> perks) {}

  record FeatureGroup(String id, String name, String intro, List<Feature> items) {}

  record Feature(String id, String name, String text) {}

  record Post(
      String id,
      String title,
      String author,
      String topic,
      Instant published,
      String summary,
      List<String> paragraphs) {}

  record Release(String id, String title, Instant published, List<Note> notes) {}

  record Note(String kind, String text) {}

  record Job(
      String id, String title, String team, String location, Instant published, String text) {}

  record Person(String id, String name, String role, String text) {}

  record Quote(String id, String text, String by) {}

  /// What the company does outside of its own site, where only those see it who collect for money.
  ///
  /// @param ads that run now
  /// @param mentions in the news, the newest first
  /// @param social posts, the newest first
  record Elsewhere(
      Advertiser advertiser, List<Ad> ads, List<Mention> mentions, List<SocialPost> social) {}

  record Advertiser(String id, String name) {}

  /// @param format image, text or video
  /// @param image the picture's name at the ad server
  record Ad(String id, String format, Instant firstShown, String image) {}

  record Mention(
      String id, String title, String source, String link, Instant published, String snippet) {}

  record SocialPost(String id, Instant published, String text) {}
}
