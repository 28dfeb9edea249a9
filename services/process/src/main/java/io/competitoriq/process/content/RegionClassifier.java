package io.competitoriq.process.content;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Tells from an element's own tag, role, class and id which region it opens. Words in class names
/// are compared whole (`ad-slot` is an advert, `header` and `shadow` are not).
final class RegionClassifier {

  private static final Set<String> ADVERT =
      Set.of(
          "ad",
          "ads",
          "advert",
          "adverts",
          "advertisement",
          "advertising",
          "adsense",
          "adsbygoogle",
          "adslot",
          "adunit",
          "sponsor",
          "sponsored",
          "sponsors",
          "dfp",
          "gpt",
          "anzeige",
          "werbung",
          "publicite");
  private static final Set<String> TESTIMONIAL =
      Set.of("testimonial", "testimonials", "testimony", "review", "reviews", "kudos");
  private static final Set<String> QUOTE = Set.of("quote", "quotes", "blockquote");
  private static final Set<String> CONSENT =
      Set.of(
          "cookie",
          "cookies",
          "cookiebar",
          "consent",
          "gdpr",
          "onetrust",
          "cookiebanner",
          "cookieconsent");
  private static final Set<String> OVERLAY =
      Set.of("modal", "popup", "lightbox", "overlay", "tooltip", "toast");
  private static final Set<String> NAVIGATION =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "navmenu",
          "menu",
          "megamenu",
          "breadcrumb",
          "breadcrumbs",
          "pagination",
          "pager",
          "topbar",
          "skip",
          "skiplink",
          "toc");
  private static final double MOSTLY = 0.5;
  private static final Set<String> FOOTER = Set.of("footer", "colophon", "copyright");
  private static final Set<String> RELATED =
      Set.of(
          "related",
          "recommended",
          "recommendations",
          "trending",
          "upsell",
          "crosssell",
          "share",
          "sharing",
          "social",
          "comments",
          "disqus",
          "newsletter",
          "subscribe",
          "viewers",
          "livecount",
          "readnext");
  private static final Set<String> POST =
      Set.of("post", "postbody", "postcontent", "message", "comment", "reply", "topic", "thread");
  private static final Set<String> ASIDE = Set.of("sidebar", "aside", "sidenav");

  private RegionClassifier() {}

  /// @return empty when the element says nothing
  static Optional<Region> of(Element element) {
    return byTagOrRole(element).or(() -> byName(element));
  }

  private static Optional<Region> byTagOrRole(Element element) {
    return switch (element.normalName()) {
      case "nav" -> Optional.of(Region.NAVIGATION);
      case "footer" ->
          insideContent(element) && !isOfSite(element)
              ? Optional.empty()
              : Optional.of(Region.FOOTER);
      case "aside" -> Optional.of(Region.ASIDE);
      case "dialog" -> Optional.of(Region.OVERLAY);
      case "blockquote" ->
          isPartOfText(element) ? Optional.empty() : Optional.of(Region.TESTIMONIAL);
      case "ins" ->
          element.hasAttr("data-ad-client") ? Optional.of(Region.ADVERT) : Optional.empty();
      default -> byRole(element);
    };
  }

  private static Optional<Region> byRole(Element element) {
    if (element.attr("aria-label").equalsIgnoreCase("advertisement")) {
      return Optional.of(Region.ADVERT);
    }
    return switch (element.attr("role")) {
      case "navigation", "menu", "menubar" -> Optional.of(Region.NAVIGATION);
      case "contentinfo" -> Optional.of(Region.FOOTER);
      case "complementary" -> Optional.of(Region.ASIDE);
      case "dialog", "alertdialog" -> Optional.of(Region.OVERLAY);
      default -> Optional.empty();
    };
  }

  private static Optional<Region> byName(Element element) {
    String names = element.className() + " " + element.id();
    if (names.isBlank()
        || Set.of("body", "html", "main", "article").contains(element.normalName())) {
      return Optional.empty();
    }
    Set<String> words = words(names);
    if (any(words, ADVERT)) {
      return Optional.of(Region.ADVERT);
    }
    if (any(words, CONSENT) || any(words, OVERLAY) && !unfoldsContent(element)) {
      return Optional.of(Region.OVERLAY);
    }
    if (any(words, TESTIMONIAL) || any(words, QUOTE) && !isPartOfText(element)) {
      return Optional.of(Region.TESTIMONIAL);
    }
    if (any(words, NAVIGATION) && leadsElsewhere(element)) {
      return Optional.of(Region.NAVIGATION);
    }
    if (any(words, FOOTER) && !insideContent(element)) {
      return Optional.of(Region.FOOTER);
    }
    if (any(words, RELATED)) {
      return Optional.of(Region.RELATED);
    }
    return any(words, ASIDE) ? Optional.of(Region.ASIDE) : Optional.empty();
  }

  /// Details of a product in a dialog of its own are content; what asks for something is not.
  private static boolean unfoldsContent(Element element) {
    return insideContent(element) && element.selectFirst("form, input, iframe") == null;
  }

  /// Many a tab, a hero or a list is called a menu. One that mostly does not link is none.
  private static boolean leadsElsewhere(Element element) {
    int linked = element.select("a, button").stream().mapToInt(link -> link.text().length()).sum();
    return linked >= MOSTLY * element.text().length();
  }

  /// A footer that links to the rest of the site is not that of an article, wherever it stands.
  private static boolean isOfSite(Element footer) {
    return leadsElsewhere(footer) || footer.text().contains("©") || footer.select("ul").size() > 1;
  }

  /// An article quotes its sources and a post the one it answers; elsewhere customers are quoted.
  private static boolean isPartOfText(Element quote) {
    return quote.parents().stream()
        .anyMatch(
            above ->
                above.normalName().equals("article")
                    || any(words(above.className() + " " + above.id()), POST));
  }

  private static boolean insideContent(Element element) {
    return element.parents().stream()
        .anyMatch(
            above ->
                Set.of("main", "article", "blockquote", "figure").contains(above.normalName()));
  }

  private static boolean any(Set<String> words, Set<String> known) {
    return words.stream().anyMatch(known::contains);
  }

  /// `siteFooter-links` gives site, footer, links.
  private static Set<String> words(String names) {
    String spaced = names.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>(Arrays.asList(spaced.split("[^a-z0-9]+")));
    words.remove("");
    return words;
  }
}
