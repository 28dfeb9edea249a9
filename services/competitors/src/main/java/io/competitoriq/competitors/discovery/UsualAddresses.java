package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where pages and feeds are found on most sites.
final class UsualAddresses {

  /// An address a page or feed of this kind often has.
  record Usual(SourceKind kind, PageUrl url) {}

  private record Name(SourceKind kind, String text) {}

  private static final List<Name> PATHS =
      List.of(
          new Name(SourceKind.PRICING, "/pricing"),
          new Name(SourceKind.CHANGELOG, "/changelog"),
          new Name(SourceKind.BLOG, "/blog"),
          new Name(SourceKind.CAREERS, "/careers"),
          new Name(SourceKind.PRICING, "/plans"),
          new Name(SourceKind.CHANGELOG, "/release-notes"),
          new Name(SourceKind.CAREERS, "/jobs"));

  /// Tried first on a site that speaks this language.
  private static final Map<String, List<Name>> PATHS_BY_LANGUAGE =
      Map.of(
          "de", spoken("/preise", "/karriere"),
          "fr", spoken("/tarifs", "/recrutement"),
          "es", spoken("/precios", "/empleo"),
          "pt", spoken("/precos", "/carreiras"),
          "it", spoken("/prezzi", "/lavora-con-noi"),
          "nl", spoken("/prijzen", "/werken-bij"),
          "pl", spoken("/cennik", "/kariera"),
          "ja", spoken("/price", "/recruit"),
          "zh", spoken("/price", "/join"));

  private static final List<Name> HOSTS =
      List.of(
          new Name(SourceKind.STATUS, "status"),
          new Name(SourceKind.DOCS, "docs"),
          new Name(SourceKind.BLOG, "blog"),
          new Name(SourceKind.HELP, "help"),
          new Name(SourceKind.CAREERS, "careers"),
          new Name(SourceKind.HELP, "support"));

  private static final List<SourceKind> WITH_FEEDS =
      List.of(SourceKind.BLOG, SourceKind.NEWS, SourceKind.CHANGELOG);
  private static final List<String> BELOW_A_PAGE =
      List.of("feed", "rss.xml", "feed.xml", "index.xml");
  private static final List<String> OF_THE_SITE =
      List.of("/feed", "/rss.xml", "/feed.xml", "/atom.xml");
  private static final int MOST_FEEDS = 8;

  private UsualAddresses() {}

  private static List<Name> spoken(String pricing, String careers) {
    return List.of(new Name(SourceKind.PRICING, pricing), new Name(SourceKind.CAREERS, careers));
  }

  /// Pages at their usual paths, those in the site's language first.
  static List<Usual> pages(Trail trail) {
    URI home = trail.site().home().value();
    Stream<Name> own =
        PATHS_BY_LANGUAGE.getOrDefault(trail.languages().spoken(), List.of()).stream();
    return Stream.concat(own, PATHS.stream())
        .flatMap(name -> usual(name.kind(), home.resolve(name.text())).stream())
        .toList();
  }

  /// Hosts beside the home page's: `status.acme.com`.
  static List<Usual> hosts(Trail trail) {
    Site site = trail.site();
    URI home = site.home().value();
    if (!site.border().hasHosts()) {
      return List.of();
    }
    String port = home.getPort() < 0 ? "" : ":" + home.getPort();
    return HOSTS.stream()
        .flatMap(
            name -> {
              String host = site.border().host(name.text());
              return usual(name.kind(), URI.create(home.getScheme() + "://" + host + port + "/"))
                  .stream();
            })
        .toList();
  }

  /// Feeds, when none was announced: below the blog, the news and the changelog, then at the root.
  static List<Usual> feeds(Trail trail) {
    Stream<Usual> below =
        WITH_FEEDS.stream()
            .flatMap(kind -> trail.best(kind).stream())
            .filter(find -> trail.site().border().holds(find.url().value()))
            .flatMap(find -> BELOW_A_PAGE.stream().flatMap(name -> below(find, name).stream()));
    Stream<Usual> root =
        OF_THE_SITE.stream()
            .flatMap(
                path -> usual(SourceKind.BLOG, trail.site().home().value().resolve(path)).stream());
    return Stream.concat(below, root).distinct().limit(MOST_FEEDS).toList();
  }

  private static Optional<Usual> below(Find page, String name) {
    String path = page.url().value().getRawPath();
    String folder = path.endsWith("/") ? path : path + "/";
    return usual(page.kind(), page.url().value().resolve(folder + name));
  }

  private static Optional<Usual> usual(SourceKind kind, URI address) {
    return Trail.canonical(address).map(url -> new Usual(kind, url));
  }
}
