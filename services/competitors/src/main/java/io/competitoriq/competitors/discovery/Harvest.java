package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes from a page what leads to a source: links, frames, scripts.
final class Harvest {

  private static final double SURE = 0.6;

  /// What pages other than the front tell of outsiders: anybody may be linked from an article.
  private static final Set<SourceKind> TOLD_ANYWHERE =
      Set.of(SourceKind.CAREERS, SourceKind.STATUS, SourceKind.HELP);

  private final Trail trail;

  Harvest(Trail trail) {
    this.trail = trail;
  }

  /// A link on the home page.
  void takeLink(Link link) {
    if (trail.site().border().holds(link.url())) {
      canonical(link.url()).filter(url -> !trail.site().isHome(url)).ifPresent(u -> add(u, link));
    } else {
      outside(link.url(), "the site links to").forEach(trail::add);
    }
  }

  /// A frame, script or profile in the source of the home page.
  void takeEmbed(URI url) {
    if (!trail.site().border().holds(url)) {
      outside(url, "the site embeds").forEach(trail::add);
    }
  }

  /// A page further inside: what the site has not shown yet, and rented places of its own.
  void takeFrom(PageOutline page, Find where) {
    String at = where.url().value().getPath();
    page.links().stream()
        .filter(link -> trail.site().border().holds(link.url()))
        .forEach(link -> inner(link, at));
    page.links().forEach(link -> rented(link.url(), at + " links to"));
    page.traces().embeds().forEach(url -> rented(url, at + " embeds"));
  }

  private void inner(Link link, String at) {
    canonical(link.url())
        .filter(url -> !trail.site().isHome(url))
        .ifPresent(
            url ->
                PageIntent.of(url.value(), link.text(), List.of())
                    .filter(intent -> intent.confidence() >= SURE && !trail.knows(intent.kind()))
                    .map(
                        intent ->
                            Find.page(url, intent, link.text()).hinted("it is linked on " + at))
                    .ifPresent(trail::add));
  }

  private void rented(URI url, String how) {
    if (!trail.site().border().holds(url)) {
      outside(url, how).stream()
          .filter(find -> TOLD_ANYWHERE.contains(find.kind()))
          .filter(find -> find.isOnePerPlace() || !trail.knows(find.kind()))
          .forEach(trail::add);
    }
  }

  private List<Find> outside(URI url, String how) {
    return Neighbours.of(url, trail.site(), how);
  }

  private void add(PageUrl url, Link link) {
    PageIntent.of(url.value(), link.text(), List.of())
        .ifPresent(intent -> trail.add(Find.page(url, intent, link.text())));
  }

  /// Filters and campaign marks of a list are not another page.
  private static Optional<PageUrl> canonical(URI url) {
    return Trail.canonical(url)
        .map(
            page ->
                page.value().getRawQuery() == null || page.value().getPath().length() < 2
                    ? page
                    : new PageUrl(URI.create(page.toString().replaceAll("\\?.*$", ""))));
  }
}
