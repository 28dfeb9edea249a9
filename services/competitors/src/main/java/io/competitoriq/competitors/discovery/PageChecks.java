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
          SourceKind.ABOUT,
          SourceKind.CUSTOMERS,
          SourceKind.STATUS,
          SourceKind.DOCS,
          SourceKind.HELP,
          SourceKind.SECURITY);

  private final Trail trail;
  private final Requests requests;
  private final Harvest harvest;
  private final Supplier<Uni<Void>> report;

  PageChecks(Trail trail, Requests requests, Supplier<Uni<Void>> report) {
    this.trail = trail;
    this.requests = requests;
    this.harvest = new Harvest(trail);
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
    if (at.isPresent() && trail.site().isFront(page)) {
      noteFront(find, page);
    } else if (at.isEmpty() || trail.isLost(page) || page.asksForPassword()) {
      trail.drop(find);
    } else if (SiteBorder.isJobBoard(url)) {
      trail.drop(find);
      Neighbours.of(url, trail.site(), find.url() + " leads to").forEach(trail::add);
    } else {
      Find read = find.read(at.get(), page);
      trail.replace(find, read);
      trail.announce(page, url, find.kind());
      harvest.takeFrom(page, read);
    }
  }

  /// The home page in place of another says that there is no other, unless it is an empty shell:
  /// that is all a site of scripts ever sends.
  private void noteFront(Find find, PageOutline page) {
    if (page.isShell()) {
      trail.replace(find, find.tried().hinted("it opens in a browser only"));
    } else {
      trail.drop(find);
    }
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

  /// Asks for a page that surely does not exist: what comes then is how the site says no.
  Uni<Void> learnLost() {
    return Trail.canonical(trail.site().home().value().resolve("/no-such-page-here-ciq"))
        .map(
            url ->
                requests
                    .guess(url)
                    .chain(this::outline)
                    .invoke(page -> page.ifPresent(read -> trail.lost(read.page())))
                    .replaceWithVoid())
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /// Asks at an address pages of a kind often have, when none of that kind was found by a link.
  Uni<Void> tryUsual(UsualAddresses.Usual usual) {
    return trail.knows(usual.kind())
        ? Uni.createFrom().voidItem()
        : requests
            .guess(usual.url())
            .chain(this::outline)
            .invoke(read -> read.ifPresent(page -> addUsual(usual.kind(), page)))
            .replaceWithVoid();
  }

  /// A page and where it was found in the end.
  private record Read(URI url, PageOutline page) {}

  private Uni<Optional<Read>> outline(Optional<Fetched> answer) {
    return answer.isPresent() && answer.get() instanceof Fetched.Body body && body.isHtml()
        ? requests.outline(body).map(page -> Optional.of(new Read(body.url(), page)))
        : Uni.createFrom().item(Optional.empty());
  }

  /// Counts only when the page we ended up at says itself what it is.
  private void addUsual(SourceKind kind, Read read) {
    Trail.canonical(read.url())
        .filter(at -> trail.site().border().holds(read.url()) && !trail.knows(at))
        .filter(at -> !trail.site().isHome(at) && !trail.site().isFront(read.page()))
        .filter(_ -> !trail.isLost(read.page()) && !read.page().asksForPassword())
        .flatMap(at -> usual(at, read.page()))
        .filter(find -> find.kind() == kind)
        .ifPresent(
            find -> {
              trail.add(find);
              trail.announce(read.page(), read.url(), kind);
              harvest.takeFrom(read.page(), find);
            });
  }

  private static Optional<Find> usual(PageUrl at, PageOutline page) {
    return PageIntent.of(at.value(), "", page.ownWords())
        .map(
            intent ->
                Find.page(at, intent, "").read(at, page).hinted("no link was needed to find it"));
  }
}
