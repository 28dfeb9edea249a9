package io.competitoriq.competitors.discovery;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the sitemaps robots.txt names, or `/sitemap.xml`, and those an index leads to.
final class SitemapReading {

  /// Files that list single entries hold nothing a source could be.
  private static final Pattern ENTRIES =
      Pattern.compile(
          "post|article|product|tag|author|image|video|category|job", Pattern.CASE_INSENSITIVE);

  private static final int MOST = 6;
  private static final SitemapFile NONE = new SitemapFile(List.of(), List.of());

  private final Trail trail;
  private final Requests requests;

  SitemapReading(Trail trail, Requests requests) {
    this.trail = trail;
    this.requests = requests;
  }

  Uni<Void> go() {
    Site site = trail.site();
    List<URI> named =
        trail.robotsOf(site.home().value()).sitemaps().stream()
            .filter(site.border()::holds)
            .toList();
    return read(
        named.isEmpty() ? List.of(site.home().value().resolve("/sitemap.xml")) : named, MOST);
  }

  private Uni<Void> read(List<URI> files, int left) {
    if (files.isEmpty() || left <= 0 || requests.isOver()) {
      return Uni.createFrom().voidItem();
    }
    List<URI> rest = files.subList(1, files.size());
    return read(files.getFirst())
        .call(this::add)
        .chain(file -> read(next(file.sitemaps(), rest), left - 1));
  }

  private Uni<SitemapFile> read(URI url) {
    return requests
        .large(url)
        .chain(
            fetched ->
                fetched instanceof Fetched.Body body
                    ? requests.sitemap(body)
                    : Uni.createFrom().item(NONE));
  }

  private List<URI> next(List<URI> found, List<URI> rest) {
    return Stream.concat(found.stream().filter(trail.site().border()::holds), rest.stream())
        .distinct()
        .sorted(Comparator.comparing(url -> ENTRIES.matcher(url.getPath()).find()))
        .toList();
  }

  /// Fifty thousand addresses are judged beside the event loop.
  private Uni<Void> add(SitemapFile file) {
    SiteBorder border = trail.site().border();
    return requests
        .read(() -> file.pages().stream().flatMap(page -> find(page, border).stream()).toList())
        .invoke(finds -> finds.forEach(this::add))
        .replaceWithVoid();
  }

  private static Optional<Find> find(URI page, SiteBorder border) {
    return PageIntent.of(page, "", List.of())
        .filter(_ -> border.holds(page))
        .flatMap(intent -> Trail.canonical(page).map(url -> Find.page(url, intent, "")));
  }

  private void add(Find find) {
    if (trail.site().isHome(find.url())) {
      return;
    }
    trail.add(find);
    trail.hint(find, "it is listed in the sitemap");
  }
}
