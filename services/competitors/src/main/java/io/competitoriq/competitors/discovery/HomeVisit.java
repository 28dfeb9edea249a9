package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Reads the home page: the company, the links, the feeds it announces.
final class HomeVisit {

  private static final int LINKS_OF_A_WHOLE_SITE = 6;

  private final PageUrl asked;
  private final Trail trail;
  private final Requests requests;

  HomeVisit(PageUrl asked, Trail trail, Requests requests) {
    this.asked = asked;
    this.trail = trail;
    this.requests = requests;
  }

  /// Empty when it was read or may not be read; otherwise the sentence that says what went wrong.
  Uni<Optional<String>> go() {
    Site site = trail.site();
    if (trail.robots(site.home().value()) == RobotsState.DISALLOWED) {
      trail.warn(
          "The robots.txt of "
              + site.home().domain()
              + " does not allow our crawler to read its home page, so nothing was looked at.");
      addHome("You gave its address");
      return Uni.createFrom().item(Optional.empty());
    }
    return requests.extra(site.home().value()).chain(this::read);
  }

  private Uni<Optional<String>> read(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body when body.isHtml() ->
          requests.outline(body).chain(page -> read(body.url(), page));
      case Fetched.Body body -> failure(Sentences.notHtml(body));
      case Fetched.Answer answer -> failure(Sentences.of(answer));
      case Fetched.Nothing nothing -> failure(nothing.sentence());
    };
  }

  private Uni<Optional<String>> read(URI url, PageOutline page) {
    PageUrl home = Trail.canonical(url).orElse(trail.site().home());
    Site site = Site.found(home, page);
    long inside = page.links().stream().filter(link -> site.border().holds(link.url())).count();
    if (page.asksForPassword() && inside < LINKS_OF_A_WHOLE_SITE) {
      return failure(Sentences.login(url));
    }
    trail.arrive(site);
    trail.company(CompanyReader.read(page, home));
    addHome("It is the front of the site");
    addAsked();
    page.links().forEach(this::addLink);
    trail.announce(page);
    if (page.links().size() < LINKS_OF_A_WHOLE_SITE) {
      trail.warn(
          "The home page shows few links without JavaScript, so mostly usual addresses were tried.");
    }
    return requests.robots(home.value()).replaceWith(Optional.empty());
  }

  private void addHome(String hint) {
    trail.add(
        new Find(
            trail.site().home(),
            SourceKind.HOME,
            Collector.BUILTIN,
            Find.name(SourceKind.HOME),
            1,
            List.of(hint),
            trail.site().front().map(PageOutline::title).filter(title -> !title.isBlank()),
            true));
  }

  /// A page somebody took the trouble to paste is worth a place, whatever it is.
  private void addAsked() {
    if (!trail.site().isHome(asked) && !asked.likeness().equals(asked.home().likeness())) {
      PageIntent intent =
          PageIntent.of(asked.value(), "", List.of())
              .orElse(new PageIntent(SourceKind.OTHER, 0.5, List.of()));
      trail.add(Find.page(asked, intent, "").hinted("you gave its address"));
    }
  }

  private void addLink(Link link) {
    boolean inside = trail.site().border().holds(link.url());
    if (inside || SiteBorder.isJobBoard(link.url())) {
      Trail.canonical(link.url()).ifPresent(url -> addLink(url, link.text(), inside));
    }
  }

  private void addLink(PageUrl url, String text, boolean inside) {
    if (!inside) {
      List<String> hints = List.of("it leads to the job board " + url.value().getHost());
      trail.add(Find.page(url, new PageIntent(SourceKind.CAREERS, 0.7, hints), text));
    } else if (!trail.site().isHome(url)) {
      PageIntent.of(url.value(), text, List.of())
          .ifPresent(intent -> trail.add(Find.page(url, intent, text)));
    }
  }

  private static Uni<Optional<String>> failure(String sentence) {
    return Uni.createFrom().item(Optional.of(sentence));
  }
}
