package io.competitoriq.competitors.discovery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One look around a site: robots.txt, home page, sitemaps, the best page of each kind, job boards,
/// announced feeds, usual addresses and hosts. One step after the other, each written on the trail.
final class Expedition {

  private final Trail trail;
  private final Requests requests;
  private final Function<Stage, Uni<Void>> report;
  private final HomeVisit homeVisit;
  private final SitemapReading sitemaps;
  private final PageChecks pages;
  private final BoardChecks boards;
  private final FeedChecks feeds;

  /// @param report called after each step; the next one waits for it
  Expedition(
      Trail trail, Requests requests, HomeVisit homeVisit, Function<Stage, Uni<Void>> report) {
    this.trail = trail;
    this.requests = requests;
    this.report = report;
    this.homeVisit = homeVisit;
    this.sitemaps = new SitemapReading(trail, requests);
    this.pages = new PageChecks(trail, requests, () -> report.apply(Stage.CHECKING_PAGES));
    this.boards = new BoardChecks(trail, requests);
    this.feeds = new FeedChecks(trail, requests);
  }

  /// Empty when the site was read; otherwise the sentence that says why not.
  Uni<Optional<String>> go() {
    return report
        .apply(Stage.READING_HOME)
        .chain(() -> requests.robots(trail.site().home().value()))
        .chain(homeVisit::go)
        .chain(
            failure ->
                failure.isPresent() || trail.site().front().isEmpty()
                    ? Uni.createFrom().item(failure)
                    : lookFurther().replaceWith(Optional.<String>empty()));
  }

  private Uni<Void> lookFurther() {
    return report
        .apply(Stage.READING_SITEMAP)
        .chain(sitemaps::go)
        .chain(() -> report.apply(Stage.CHECKING_PAGES))
        .chain(pages::learnLost)
        .chain(this::checkPages)
        .chain(() -> report.apply(Stage.CHECKING_FEEDS))
        .chain(() -> each(feeds.announced(), feeds::check))
        .chain(() -> each(feeds.expected(), feeds::open))
        .chain(this::tryUsual)
        .chain(() -> each(trail.finds(), find -> requests.robotsIfPossible(find.url().value())));
  }

  /// Twice, because pages lead to pages of kinds looked at before.
  private Uni<Void> checkPages() {
    return each(PageChecks.KINDS, pages::checkBest)
        .chain(() -> each(PageChecks.KINDS, pages::checkBest))
        .chain(() -> each(boards.boards(), boards::check));
  }

  private Uni<Void> tryUsual() {
    return report
        .apply(Stage.TRYING_USUAL_ADDRESSES)
        .chain(() -> each(UsualAddresses.pages(trail), pages::tryUsual))
        .chain(() -> each(UsualAddresses.hosts(trail), pages::tryUsual))
        .chain(() -> each(feeds.announced(), feeds::check))
        .chain(() -> each(UsualAddresses.feeds(trail), feeds::tryUsual))
        .chain(this::checkPages);
  }

  private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> step) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(item -> step.apply(item))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
