package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Opens feeds, so that only what is one is suggested, with its newest entry as a sample.
final class FeedChecks {

  private static final int MOST = 5;
  private static final double ANNOUNCED = 0.95;
  private static final double GUESSED = 0.85;

  /// Kinds of pages whose feeds are of the same kind.
  private static final Set<SourceKind> WITH_FEEDS =
      Set.of(
          SourceKind.BLOG,
          SourceKind.NEWS,
          SourceKind.CHANGELOG,
          SourceKind.CAREERS,
          SourceKind.STATUS);

  /// Feeds of these kinds say so in their name or address.
  private static final List<SourceKind> NAMED =
      List.of(SourceKind.CHANGELOG, SourceKind.STATUS, SourceKind.CAREERS);

  private final Trail trail;
  private final Requests requests;
  private final Set<URI> opened = new HashSet<>();

  FeedChecks(Trail trail, Requests requests) {
    this.trail = trail;
    this.requests = requests;
  }

  /// Feeds the pages of the site announce and nobody opened yet; feeds of comments are nobody's
  /// news.
  List<Announced> announced() {
    return trail.feeds().stream()
        .filter(feed -> !isOfComments(feed) && !opened.contains(feed.link().url()))
        .filter(feed -> !isForeign(feed))
        .limit(MOST)
        .toList();
  }

  private boolean isForeign(Announced feed) {
    return Trail.canonical(feed.link().url()).filter(trail.languages()::isForeign).isPresent();
  }

  private static boolean isOfComments(Announced feed) {
    return (feed.link().text() + feed.link().url()).toLowerCase(Locale.ROOT).contains("comment");
  }

  Uni<Void> check(Announced feed) {
    opened.add(feed.link().url());
    String name = feed.link().text();
    String named = name.isBlank() ? "" : " called \"" + name + "\"";
    String hint = "a page announces a feed" + named;
    return Trail.canonical(feed.link().url())
        .map(
            url ->
                requests
                    .page(url)
                    .chain(this::preview)
                    .invoke(read -> read.ifPresent(f -> add(url, feed, hint, f)))
                    .replaceWithVoid())
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /// Feeds outside the site that something on it stands for.
  List<Find> expected() {
    return trail.finds().stream()
        .filter(find -> find.collector() == Collector.FEED && !find.checked())
        .filter(find -> !SiteBorder.isJobBoard(find.url().value()))
        .toList();
  }

  Uni<Void> open(Find feed) {
    return requests
        .page(feed.url())
        .chain(
            answer -> {
              if (answer.isPresent()
                  && answer.get() instanceof Fetched.Answer gone
                  && gone.isMissing()) {
                trail.drop(feed);
                return Uni.createFrom().voidItem();
              }
              return preview(answer)
                  .invoke(
                      read ->
                          trail.replace(
                              feed,
                              read.map(f -> feed.seen(f.sample(), ANNOUNCED, "the feed opens"))
                                  .orElseGet(feed::tried)))
                  .replaceWithVoid();
            });
  }

  /// Asks at a usual address, as long as no feed is known.
  Uni<Void> tryUsual(UsualAddresses.Usual usual) {
    return trail.knowsAFeed()
        ? Uni.createFrom().voidItem()
        : requests
            .guess(usual.url())
            .chain(this::preview)
            .invoke(read -> read.ifPresent(feed -> addUsual(usual, feed)))
            .replaceWithVoid();
  }

  private Uni<Optional<FeedPreview>> preview(Optional<Fetched> answer) {
    return answer.isPresent() && answer.get() instanceof Fetched.Body body
        ? requests.feed(body)
        : Uni.createFrom().item(Optional.empty());
  }

  private void addUsual(UsualAddresses.Usual usual, FeedPreview feed) {
    String said = feed.title() + " " + usual.url().value().getPath();
    String hint = "a feed answers at " + usual.url().value().getPath();
    SourceKind kind = named(said).orElse(usual.kind());
    trail.add(find(usual.url(), kind, "", hint, GUESSED, feed));
  }

  private void add(PageUrl url, Announced by, String hint, FeedPreview feed) {
    String name = by.link().text();
    SourceKind kind = kind(name + " " + feed.title() + " " + url.value().getPath(), by);
    trail.add(find(url, kind, name, hint, ANNOUNCED, feed));
  }

  private static Find find(
      PageUrl url, SourceKind kind, String name, String hint, double confidence, FeedPreview feed) {
    String label =
        Stream.of(feed.title(), name, Find.name(kind) + " feed")
            .filter(text -> !text.isBlank() && text.length() <= 80)
            .findFirst()
            .orElseThrow();
    return new Find(
        url,
        kind,
        Collector.FEED,
        label,
        confidence,
        List.of(hint),
        feed.sample(),
        true,
        Errand.PLAIN);
  }

  private SourceKind kind(String said, Announced by) {
    return named(said).orElseGet(() -> WITH_FEEDS.contains(by.by()) ? by.by() : ofTheSite(said));
  }

  /// A site that announces several feeds and has no blog is itself the news.
  private SourceKind ofTheSite(String said) {
    boolean many =
        trail.feeds().stream().filter(f -> !isOfComments(f)).count() > 1
            && !trail.knows(SourceKind.BLOG);
    return many || speaksOf(SourceKind.NEWS, said) ? SourceKind.NEWS : SourceKind.BLOG;
  }

  private static Optional<SourceKind> named(String said) {
    return NAMED.stream().filter(kind -> speaksOf(kind, said)).findFirst();
  }

  private static boolean speaksOf(SourceKind kind, String said) {
    return Words.ALL.stream()
        .filter(words -> words.kind() == kind)
        .anyMatch(words -> words.isSpokenOf(Words.fold(said)));
  }
}
