package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where pages and feeds are found on most sites.
final class UsualAddresses {

  /// A path pages of one kind often have.
  record Usual(SourceKind kind, String path) {}

  static final List<Usual> PAGES =
      List.of(
          new Usual(SourceKind.PRICING, "/pricing"),
          new Usual(SourceKind.CHANGELOG, "/changelog"),
          new Usual(SourceKind.BLOG, "/blog"),
          new Usual(SourceKind.CAREERS, "/careers"),
          new Usual(SourceKind.PRICING, "/plans"),
          new Usual(SourceKind.CHANGELOG, "/release-notes"),
          new Usual(SourceKind.CAREERS, "/jobs"));

  private static final List<String> BELOW_A_PAGE = List.of("feed", "rss.xml", "feed.xml");
  private static final List<String> OF_THE_SITE =
      List.of("/feed", "/rss.xml", "/feed.xml", "/atom.xml");

  private UsualAddresses() {}

  /// Addresses to try when no feed was announced: below the blog and the changelog, then at the
  /// root.
  static List<PageUrl> feeds(Trail trail) {
    Stream<PageUrl> below =
        Stream.of(SourceKind.BLOG, SourceKind.CHANGELOG)
            .flatMap(kind -> trail.best(kind).stream())
            .filter(find -> trail.site().border().holds(find.url().value()))
            .flatMap(
                find -> BELOW_A_PAGE.stream().flatMap(name -> below(find.url(), name).stream()));
    Stream<PageUrl> root =
        OF_THE_SITE.stream()
            .flatMap(path -> Trail.canonical(trail.site().home().value().resolve(path)).stream());
    return Stream.concat(below, root).distinct().limit(6).toList();
  }

  private static Optional<PageUrl> below(PageUrl page, String name) {
    String path = page.value().getRawPath();
    String folder = path.endsWith("/") ? path : path + "/";
    return Trail.canonical(page.value().resolve(folder + name));
  }
}
