package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From the advertising codes on a home page to the public libraries that show the ads, read by
/// SearchAPI.io: one search a visit, with a key. Pure.
final class AdLibraries {

  private static final double MEASURED = 0.75;
  private static final double POSSIBLE = 0.45;

  private AdLibraries() {}

  static List<Find> of(Set<AdTag> tags, Company company, String domain) {
    List<Find> finds = new ArrayList<>();
    google(tags, domain).ifPresent(finds::add);
    if (tags.contains(AdTag.META_PIXEL)) {
      String address =
          "https://www.facebook.com/ads/library/?active_status=active&ad_type=all&country=ALL&q=";
      find("Meta ads", address + encoded(company.name()), AdTag.META_PIXEL)
          .map(f -> with(f, Map.of("engine", "meta_ad_library", "q", company.name())))
          .ifPresent(finds::add);
    }
    if (tags.contains(AdTag.LINKEDIN_INSIGHT)) {
      String address = "https://www.linkedin.com/ad-library/search?accountOwner=";
      find("LinkedIn ads", address + encoded(company.name()), AdTag.LINKEDIN_INSIGHT)
          .map(f -> with(f, Map.of("engine", "linkedin_ad_library", "advertiser", company.name())))
          .ifPresent(finds::add);
    }
    return finds;
  }

  private static Optional<Find> google(Set<AdTag> tags, String domain) {
    boolean ads = tags.contains(AdTag.GOOGLE_ADS);
    if (!ads && !tags.contains(AdTag.GOOGLE_TAG)) {
      return Optional.empty();
    }
    String address = "https://adstransparency.google.com/?region=anywhere&domain=" + domain;
    return find("Google ads", address, ads ? AdTag.GOOGLE_ADS : AdTag.GOOGLE_TAG)
        .map(
            find ->
                with(find, Map.of("engine", "google_ads_transparency_center", "domain", domain)));
  }

  private static Optional<Find> find(String label, String address, AdTag tag) {
    return Trail.canonical(URI.create(address))
        .map(
            url ->
                new Find(
                    url,
                    SourceKind.ADS,
                    Collector.SEARCHAPI,
                    label,
                    tag == AdTag.GOOGLE_TAG ? POSSIBLE : MEASURED,
                    List.of("the home page carries " + tag.named()),
                    Sample.NONE,
                    true,
                    Errand.PLAIN));
  }

  private static Find with(Find find, Map<String, Object> options) {
    return new Find(
        find.url(),
        find.kind(),
        find.collector(),
        find.label(),
        find.confidence(),
        find.hints(),
        find.sample(),
        find.checked(),
        new Errand(Rendering.NEVER, options, 1, true));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
