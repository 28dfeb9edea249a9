package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place outside a company's site where companies are found: a network, a store, a rented status
/// page. The pattern stands for host, path and query; group `address` is the canonical address,
/// group `name` what the company is called there.
///
/// @param whose how the sentence goes on after "it leads to": "its LinkedIn page"
record Place(SourceKind kind, String label, Collector collector, String whose, Pattern pattern) {

  private static final String SUB = "(?!www\\.|app\\.|help\\.|support\\.|api\\.|cdn\\.|static\\.)";

  /// What networks call themselves, not companies.
  private static final String RESERVED =
      "(?!(?:sharer?|share\\.php|sharer\\.php|dialog|plugins|tr|login|intent|home|search|hashtag|i|p|explore|reel"
          + "|watch|embed|policies|privacy|terms|groups|events|profile\\.php|ads|business|about|help|legal"
          + "|features|pricing|marketplace|topics|sponsors|orgs|pin|download)(?:[/?]|$))";

  static final List<Place> ALL =
      List.of(
          social(
              "LinkedIn",
              "(?<address>(?:\\w+\\.)?linkedin\\.com/(?:company|school|showcase)/(?<name>[^/?]+)).*"),
          social(
              "X",
              "(?<address>(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/"
                  + RESERVED
                  + "(?<name>\\w{1,20}))(?:[/?].*)?"),
          social(
              "YouTube",
              "(?<address>(?:www\\.|m\\.)?youtube\\.com/(?:@|c/|user/|channel/)(?<name>[^/?]+))(?:[/?].*)?"),
          social(
              "Facebook",
              "(?<address>(?:[\\w-]+\\.)?facebook\\.com/"
                  + RESERVED
                  + "(?:pages/)?(?<name>[\\w.-]+))(?:[/?].*)?"),
          social(
              "Instagram",
              "(?<address>(?:www\\.)?instagram\\.com/" + RESERVED + "(?<name>[\\w.]+))(?:[/?].*)?"),
          social("TikTok", "(?<address>(?:www\\.)?tiktok\\.com/@(?<name>[\\w.]+))(?:[/?].*)?"),
          social(
              "GitHub",
              "(?<address>(?:www\\.)?github\\.com/" + RESERVED + "(?<name>[\\w-]+))(?:[/?].*)?"),
          social("GitHub", "(?:www\\.)?(?<address>github\\.com/)orgs/(?<name>[\\w-]+).*"),
          social("Threads", "(?<address>(?:www\\.)?threads\\.(?:net|com)/@(?<name>[\\w.]+)).*"),
          social("Bluesky", "(?<address>bsky\\.app/profile/(?<name>[\\w.-]+)).*"),
          social(
              "Xing",
              "(?<address>(?:www\\.)?xing\\.com/(?:pages|companies|company)/(?<name>[^/?]+)).*"),
          social(
              "Pinterest",
              "(?<address>(?:www\\.)?pinterest\\.\\w+/" + RESERVED + "(?<name>\\w+))(?:[/?].*)?"),
          reviews("G2", "(?<address>(?:www\\.)?g2\\.com/products/(?<name>[^/?]+)(?:/reviews)?).*"),
          reviews(
              "Capterra",
              "(?<address>(?:www\\.)?capterra\\.[\\w.]+/(?:p|software|reviews)/\\d+/(?<name>[^/?]+)).*"),
          reviews(
              "Trustpilot", "(?<address>(?:\\w+\\.)?trustpilot\\.com/review/(?<name>[^/?]+)).*"),
          reviews(
              "TrustRadius", "(?<address>(?:www\\.)?trustradius\\.com/products/(?<name>[^/?]+)).*"),
          reviews(
              "Gartner Peer Insights",
              "(?<address>(?:www\\.)?gartner\\.com/reviews/market/[^/?]+/vendor/(?<name>[^/?]+)).*"),
          reviews(
              "Product Hunt",
              "(?<address>(?:www\\.)?producthunt\\.com/(?:products|posts)/(?<name>[^/?]+)).*"),
          reviews(
              "Glassdoor",
              "(?<address>(?:www\\.)?glassdoor\\.[\\w.]+/(?:Overview|Reviews)/(?<name>[^?]+)).*"),
          app(
              "App Store",
              "(?<address>(?:apps|itunes)\\.apple\\.com/(?:\\w\\w/)?app/(?:[^/?]+/)?(?<name>id\\d+)).*"),
          app(
              "Google Play",
              "(?<address>play\\.google\\.com/store/apps/details\\?(?:.*&)?id=(?<name>[\\w.]+)).*"),
          app(
              "Chrome Web Store",
              "(?<address>chrome(?:webstore)?\\.google\\.com/(?:webstore/)?detail/(?<name>[\\w/-]+)).*"),
          app("Shopify App Store", "(?<address>apps\\.shopify\\.com/(?<name>[\\w-]+)).*"),
          app(
              "Atlassian Marketplace",
              "(?<address>marketplace\\.atlassian\\.com/apps/(?<name>[\\w/-]+)).*"),
          rented(
              SourceKind.STATUS,
              "its status page",
              "(?<address>"
                  + SUB
                  + "(?<name>[\\w-]+)\\.(?:statuspage\\.io|instatus\\.com|betteruptime\\.com|statuspal\\.io"
                  + "|hund\\.io|freshstatus\\.io|sorryapp\\.com|cachethq\\.io))/.*"),
          rented(
              SourceKind.STATUS,
              "its status page",
              "(?<address>stats\\.uptimerobot\\.com/(?<name>\\w+)).*"),
          rented(
              SourceKind.HELP,
              "its help centre",
              "(?<address>"
                  + SUB
                  + "(?<name>[\\w-]+)\\.(?:zendesk|freshdesk|helpscoutdocs|helpjuice)\\.com/(?:hc(?:/[\\w-]{2,5})?)?).*"),
          rented(
              SourceKind.HELP,
              "its help centre",
              "(?<address>intercom\\.help/(?<name>[\\w-]+)(?:/\\w\\w)?).*"),
          rented(
              SourceKind.DOCS,
              "its documentation",
              "(?<address>"
                  + SUB
                  + "(?<name>[\\w-]+)\\.(?:readme\\.io|gitbook\\.io|readthedocs\\.io|mintlify\\.app)/).*"),
          rented(
              SourceKind.CHANGELOG,
              "its changelog",
              "(?<address>(?<name>[\\w-]+)\\.canny\\.io/changelog|headwayapp\\.co/[\\w-]+|(?:[\\w-]+)\\.(?:announcekit\\.app|noticeable\\.news|launchnotes\\.io|beamer\\.news)/).*"),
          rented(
              SourceKind.BLOG,
              "its blog",
              "(?<address>medium\\.com/@?(?<name>[\\w-]+)|"
                  + SUB
                  + "[\\w-]+\\.(?:substack\\.com|hashnode\\.dev)/)(?:[?].*)?"),
          rented(
              SourceKind.SECURITY,
              "its trust centre",
              "(?<address>"
                  + SUB
                  + "(?<name>[\\w-]+)\\.(?:safebase\\.us|safebase\\.io|trust\\.page)/|app\\.vanta\\.com/[\\w.-]+/trust/\\w+).*"));

  private static Place social(String network, String pattern) {
    return new Place(
        SourceKind.SOCIAL,
        network,
        Collector.BUILTIN,
        "its page on " + network,
        Pattern.compile(pattern));
  }

  private static Place reviews(String site, String pattern) {
    return new Place(
        SourceKind.REVIEWS,
        site,
        Collector.BUILTIN,
        "its reviews on " + site,
        Pattern.compile(pattern));
  }

  private static Place app(String store, String pattern) {
    return new Place(
        SourceKind.APPS,
        store,
        Collector.BUILTIN,
        "its app in the " + store,
        Pattern.compile(pattern));
  }

  private static Place rented(SourceKind kind, String whose, String pattern) {
    return new Place(kind, Find.name(kind), Collector.BUILTIN, whose, Pattern.compile(pattern));
  }

  /// A company at this place.
  ///
  /// @param name what it is called there
  record Address(URI url, String name) {}

  /// Empty when the address lies elsewhere, or is no company's.
  Optional<Address> address(URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    Matcher matcher = pattern.matcher(url.getHost() + path + query);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group("name") == null ? "" : matcher.group("name");
    String address = matcher.group("address");
    String whole = address.endsWith("github.com/") ? address + name : address;
    return Optional.of(new Address(URI.create(url.getScheme() + "://" + canonical(whole)), name));
  }

  /// The identity of an app on Google Play is all there is in its query.
  private static String canonical(String address) {
    return address.replaceFirst("details\\?.*&id=", "details?id=");
  }
}
