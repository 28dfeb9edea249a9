package io.competitoriq.crawl.collector.searchapi;

import static io.competitoriq.crawl.collector.searchapi.SearchEngine.Paging.NONE;
import static io.competitoriq.crawl.collector.searchapi.SearchEngine.Paging.PAGE;
import static io.competitoriq.crawl.collector.searchapi.SearchEngine.Paging.TOKEN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The engines a source may use: what they need, what they understand, what is kept of their
/// answers. Dates like "2 days ago", counters, thumbnails and signed addresses are not kept.
enum SearchEngine {
  GOOGLE(
      PAGE,
      Need.all("q"),
      Words.GOOGLE,
      false,
      Block.ranked("organic_results", "position", "title", "link", "source", "domain", "snippet")),
  GOOGLE_NEWS(
      PAGE,
      Need.all("q"),
      Words.GOOGLE + " sort_by",
      false,
      Block.keyed("organic_results", "link", "title", "link", "source", "iso_date", "snippet")),
  GOOGLE_ADS_TRANSPARENCY_CENTER_ADVERTISER_SEARCH(
      NONE,
      Need.all("q"),
      "num_advertisers num_domains region",
      true,
      Block.keyed("advertisers", "id", "id", "name", "region", "is_verified"),
      Block.keyed("domains", "name", "name")),
  GOOGLE_ADS_TRANSPARENCY_CENTER(
      TOKEN,
      Need.any("advertiser_id", "domain"),
      "num ad_format platform region time_period",
      true,
      Block.keyed(
          "ad_creatives",
          "id",
          "id",
          "advertiser",
          "format",
          "first_shown_datetime",
          "image.link",
          "details_link",
          "target_domain")),
  GOOGLE_JOBS(
      TOKEN,
      Need.all("q"),
      "gl hl location uule google_domain lrad ltype chips",
      false,
      Block.keyed(
          "jobs",
          "title",
          "title",
          "company_name",
          "location",
          "via",
          "description",
          "detected_extensions.schedule_type",
          "detected_extensions.salary")),
  GOOGLE_TRENDS(
      NONE,
      Need.all("q", "data_type"),
      "geo region time cat gprop tz hl",
      false,
      Block.ranked("interest_over_time"),
      Block.ranked("interest_by_region"),
      Block.ranked("related_queries"),
      Block.ranked("related_topics")),
  META_AD_LIBRARY_PAGE_SEARCH(
      NONE,
      Need.all("q"),
      "country ad_type",
      true,
      Block.keyed("page_results", "page_id", "page_id", "name", "verification", "ig_username")),
  META_AD_LIBRARY(
      TOKEN,
      Need.any("page_id", "q", "location_id"),
      "location_name location_type country active_status ad_type media_type platforms"
          + " content_languages start_date end_date sort_by",
      true,
      Block.keyed(
          "ads",
          "ad_archive_id",
          "ad_archive_id",
          "page_id",
          "page_name",
          "is_active",
          "start_date",
          "publisher_platform",
          "snapshot.body",
          "snapshot.title",
          "snapshot.caption",
          "snapshot.cta_text",
          "snapshot.link_url",
          "snapshot.display_format")),
  LINKEDIN_AD_LIBRARY(
      TOKEN,
      Need.any("advertiser", "q"),
      "country time_period",
      true,
      Block.without(
          "ads",
          "link",
          "position",
          "advertiser.thumbnail",
          "content.image",
          "content.images",
          "content.video",
          "content.thumbnail")),
  TIKTOK_ADS_LIBRARY(
      TOKEN,
      Need.any("advertiser_id", "q"),
      "country sort_by time_period",
      true,
      Block.without(
          "ads",
          "id",
          "position",
          "last_shown_datetime",
          "last_shown_date",
          "total_days_shown",
          "estimated_audience",
          "unique_users_seen",
          "cover_image",
          "image_links",
          "video_link",
          "thumbnail",
          "videos",
          "images")),
  TIKTOK_ADS_LIBRARY_ADVERTISER_SEARCH(
      NONE, Need.all("q"), "country", true, Block.without("advertisers", "id", "position"));

  /// How the next page is asked for.
  enum Paging {
    NONE,
    PAGE,
    TOKEN
  }

  /// Parameters of which all or any must be there.
  record Need(boolean all, List<String> names) {
    static Need all(String... names) {
      return new Need(true, List.of(names));
    }

    static Need any(String... names) {
      return new Need(false, List.of(names));
    }
  }

  private interface Words {
    String GOOGLE =
        "gl hl location uule device google_domain safe nfpr filter lr cr time_period"
            + " time_period_min time_period_max optimization_strategy link";
  }

  final Paging paging;
  final Need need;
  final Set<String> parameters;

  /// Whether an empty answer says something: no ads is a fact, no results of a search is a hiccup.
  final boolean emptyIsContent;

  final List<Block> blocks;

  SearchEngine(
      Paging paging, Need need, String parameters, boolean emptyIsContent, Block... blocks) {
    this.paging = paging;
    this.need = need;
    this.emptyIsContent = emptyIsContent;
    this.blocks = List.of(blocks);
    this.parameters = new TreeSet<>(List.of(parameters.split(" ")));
    this.parameters.addAll(need.names());
    this.parameters.add("zero_retention");
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SearchEngine> named(String name) {
    return Arrays.stream(values()).filter(engine -> engine.label().equals(name)).findFirst();
  }
}
