package io.competitoriq.competitors.discovery;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The measuring codes of advertising networks, as they stand in the source of a page.
enum AdTag {
  GOOGLE_ADS(
      "a Google Ads tag",
      "\\bAW-\\d{8,12}\\b|googleadservices\\.com/pagead/conversion|googleads\\.g\\.doubleclick\\.net"),
  /// Measures visits; says nothing of advertisements by itself.
  GOOGLE_TAG("a Google tag", "googletagmanager\\.com/(gtm|gtag)|\\bGTM-[A-Z0-9]{5,9}\\b"),
  META_PIXEL(
      "a Meta pixel",
      "fbq\\(\\s*['\"]init['\"]\\s*,\\s*['\"]?\\d{10,18}|facebook\\.com/tr\\?id=\\d{10,18}"),
  LINKEDIN_INSIGHT(
      "a LinkedIn partner id",
      "_linkedin_partner_id\\s*=\\s*['\"]?\\d{4,12}|px\\.ads\\.linkedin\\.com/collect");

  private final String named;
  private final Pattern written;

  AdTag(String named, String written) {
    this.named = named;
    this.written = Pattern.compile(written);
  }

  /// "a Meta pixel", for sentences.
  String named() {
    return named;
  }

  static Set<AdTag> in(String html) {
    Set<AdTag> found = EnumSet.noneOf(AdTag.class);
    for (AdTag tag : values()) {
      if (tag.written.matcher(html).find()) {
        found.add(tag);
      }
    }
    return found;
  }
}
