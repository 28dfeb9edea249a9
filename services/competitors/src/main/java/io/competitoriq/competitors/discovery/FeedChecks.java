package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Opens feeds, so that only what is one is suggested, with its newest entry as a sample.
final class FeedChecks {

  private static final int MOST = 3;
  private static final double ANNOUNCED = 0.95;
  private static final double GUESSED = 0.85;

  private final Trail trail;
  private final Requests requests;

  FeedChecks(Trail trail, Requests requests) {
    this.trail = trail;
    this.requests = requests;
  }

  /// Feeds the pages of the site announce; feeds of comments are nobody's news.
  List<Link> announced() {
    return trail.feeds().stream()
        .filter(link -> !(link.text() + link.url()).toLowerCase(Locale.ROOT).contains("comment"))
        .limit(MOST)
        .toList();
  }

  Uni<Void> check(Link link) {
    String named = link.text().isBlank() ? "" : " called \"" + link.text() + "\"";
    return Trail.canonical(link.url())
        .map(url -> open(url, link.text(), "a page announces a feed" + named, ANNOUNCED))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /// Asks at a usual address, as long as no feed is known.
  Uni<Void> tryUsual(PageUrl url) {
    return trail.knowsAFeed()
        ? Uni.createFrom().voidItem()
        : open(url, "", "a feed answers at " + url.value().getPath(), GUESSED);
  }

  private Uni<Void> open(PageUrl url, String name, String hint, double confidence) {
    return requests
        .page(url)
        .chain(
            answer ->
                answer.isPresent() && answer.get() instanceof Fetched.Body body
                    ? requests.feed(body)
                    : Uni.createFrom().item(Optional.<FeedPreview>empty()))
        .invoke(feed -> feed.ifPresent(f -> trail.add(find(url, name, hint, confidence, f))))
        .replaceWithVoid();
  }

  private static Find find(
      PageUrl url, String name, String hint, double confidence, FeedPreview feed) {
    SourceKind kind = kind(url, name + " " + feed.title());
    String label =
        Stream.of(feed.title(), name, Find.name(kind) + " feed")
            .filter(text -> !text.isBlank() && text.length() <= 80)
            .findFirst()
            .orElseThrow();
    return new Find(
        url, kind, Collector.FEED, label, confidence, List.of(hint), feed.newest(), true);
  }

  /// A feed of releases says so in its name or address; any other is a blog's.
  private static SourceKind kind(PageUrl url, String names) {
    String said = Words.fold(names + " " + url.value().getPath());
    return Words.ALL.stream()
            .filter(words -> words.kind() == SourceKind.CHANGELOG)
            .anyMatch(
                words ->
                    words.sure().stream().anyMatch(w -> (" " + said + " ").contains(" " + w + " ")))
        ? SourceKind.CHANGELOG
        : SourceKind.BLOG;
  }
}
