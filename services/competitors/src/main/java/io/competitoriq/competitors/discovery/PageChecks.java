package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.SourceKind;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Visits what looks promising, so that a suggestion has a title and a dead link is none.
final class PageChecks {

  /// Kinds whose best page is visited, most wanted first.
  static final List<SourceKind> KINDS =
      List.of(
          SourceKind.PRICING,
          SourceKind.CHANGELOG,
          SourceKind.BLOG,
          SourceKind.CAREERS,
          SourceKind.FEATURES,
          SourceKind.NEWS,
          SourceKind.ABOUT);

  private final Trail trail;
  private final Requests requests;
  private final Supplier<Uni<Void>> report;

  PageChecks(Trail trail, Requests requests, Supplier<Uni<Void>> report) {
    this.trail = trail;
    this.requests = requests;
    this.report = report;
  }

  /// Visits the best page of a kind; when it turns out to be none, the next best.
  Uni<Void> checkBest(SourceKind kind) {
    return trail
        .best(kind)
        .filter(find -> !find.checked())
        .map(find -> check(find).chain(() -> report.get()).chain(() -> checkBest(kind)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> check(Find find) {
    return requests
        .page(find.url())
        .chain(
            answer -> {
              if (answer.isPresent()) {
                return note(find, answer.get());
              }
              trail.replace(find, find.tried());
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> note(Find find, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body when body.isHtml() ->
          requests.outline(body).invoke(page -> note(find, body.url(), page)).replaceWithVoid();
      case Fetched.Body _ -> drop(find);
      case Fetched.Answer answer when answer.isMissing() -> drop(find);
      case Fetched.Answer answer -> unread(find, "answered " + answer.status());
      case Fetched.Nothing _ -> unread(find, "did not answer");
    };
  }

  private void note(Find find, URI url, PageOutline page) {
    Optional<PageUrl> at = Trail.canonical(url).filter(u -> !trail.site().isHome(u));
    if (at.isEmpty() || trail.site().isFront(page)) {
      trail.drop(find);
      return;
    }
    trail.replace(find, find.read(at.get(), page));
    trail.announce(page);
  }

  private Uni<Void> drop(Find find) {
    trail.drop(find);
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> unread(Find find, String what) {
    trail.replace(find, find.tried());
    trail.warn(find.url() + " " + what + "; it may not be readable for our crawler.");
    return Uni.createFrom().voidItem();
  }

  /// Asks at an address pages of a kind often have, when none of that kind was found by a link.
  Uni<Void> tryUsual(UsualAddresses.Usual usual) {
    Optional<PageUrl> url = Trail.canonical(trail.site().home().value().resolve(usual.path()));
    if (trail.knows(usual.kind()) || url.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return requests
        .page(url.get())
        .chain(
            answer ->
                answer.isPresent() && answer.get() instanceof Fetched.Body body && body.isHtml()
                    ? requests
                        .outline(body)
                        .invoke(page -> addUsual(body.url(), page))
                        .replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }

  /// Counts only when the page we ended up at says itself what it is.
  private void addUsual(URI url, PageOutline page) {
    Trail.canonical(url)
        .filter(at -> trail.site().border().holds(url) && !trail.knows(at))
        .filter(_ -> !trail.site().isFront(page))
        .flatMap(at -> usual(at, page))
        .ifPresent(
            find -> {
              trail.add(find);
              trail.announce(page);
            });
  }

  private static Optional<Find> usual(PageUrl at, PageOutline page) {
    return PageIntent.of(at.value(), "", page.ownWords())
        .map(
            intent ->
                Find.page(at, intent, "").read(at, page).hinted("no link was needed to find it"));
  }
}
