package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the home page: the company, the links, the feeds it announces, what its source gives away.
final class HomeVisit {

  private static final int LINKS_OF_A_WHOLE_SITE = 6;

  private final PageUrl asked;
  private final Trail trail;
  private final Requests requests;
  private final Set<Collector> collectors;

  /// @param collectors those a source may use here
  HomeVisit(PageUrl asked, Trail trail, Requests requests, Set<Collector> collectors) {
    this.asked = asked;
    this.trail = trail;
    this.requests = requests;
    this.collectors = collectors;
  }

  /// Empty when it was read or may not be read; otherwise the sentence that says what went wrong.
  Uni<Optional<String>> go() {
    URI home = trail.site().home().value();
    if (trail.robotsOf(home) == RobotsFile.UNREACHABLE) {
      return notRead(
          "The robots.txt of %s cannot be read because its server answers with an error, so nothing"
              + " was looked at. Try again later.");
    }
    if (trail.robots(home) == RobotsState.DISALLOWED) {
      return notRead(
          "The robots.txt of %s does not allow our crawler to read its home page, so nothing was"
              + " looked at.");
    }
    return requests.extra(home).chain(this::read);
  }

  private Uni<Optional<String>> notRead(String sentence) {
    trail.warn(sentence.formatted(trail.site().home().domain()));
    addHome("You gave its address");
    return Uni.createFrom().item(Optional.empty());
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
    Optional<String> parked = Parking.sentence(page, home.domain());
    if (parked.isPresent()) {
      return failure(parked.get());
    }
    long inside = page.links().stream().filter(link -> site.border().holds(link.url())).count();
    if (page.asksForPassword() && inside < LINKS_OF_A_WHOLE_SITE) {
      return failure(Sentences.login(url));
    }
    return requests.robots(home.value()).chain(() -> arrive(site, page));
  }

  /// The host we were led to has a robots.txt of its own.
  private Uni<Optional<String>> arrive(Site site, PageOutline page) {
    if (trail.robots(site.home().value()) == RobotsState.DISALLOWED) {
      return notRead(
          "%s leads to a host whose robots.txt does not allow our crawler, so nothing was looked"
              + " at.");
    }
    trail.arrive(site);
    trail.speaks(Languages.of(site.home(), page));
    Company company = CompanyReader.read(page, site.home());
    trail.company(company);
    addHome("It is the front of the site");
    sections(page).ifPresent(this::addHome);
    addAsked();
    Harvest harvest = new Harvest(trail);
    Stream.concat(page.links().stream(), page.traces().scripted().stream())
        .forEach(harvest::takeLink);
    page.traces().embeds().forEach(harvest::takeEmbed);
    trail.announce(page, site.home().value(), SourceKind.HOME);
    addAds(page, company);
    if (page.links().size() < LINKS_OF_A_WHOLE_SITE) {
      trail.warn(
          "The home page shows few links without JavaScript, so mostly usual addresses were tried.");
    }
    return Uni.createFrom().item(Optional.empty());
  }

  /// A site of one page holds what others have pages for.
  private static Optional<String> sections(PageOutline page) {
    List<String> named =
        page.traces().sections().stream()
            .filter(text -> Words.ALL.stream().anyMatch(words -> words.names(Words.fold(text))))
            .map(text -> "\"" + text + "\"")
            .toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of("it holds " + String.join(", ", named) + " itself");
  }

  private void addHome(String hint) {
    Find home =
        new Find(
            trail.site().home(),
            SourceKind.HOME,
            Collector.BUILTIN,
            Find.name(SourceKind.HOME),
            1,
            List.of(hint),
            trail.site().front().map(page -> Sample.titled(page.title())).orElse(Sample.NONE),
            true,
            Errand.PLAIN);
    trail.add(home);
    trail.told(home, hint);
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

  private void addAds(PageOutline page, Company company) {
    List<Find> ads = AdLibraries.of(page.traces().tags(), company, trail.site().border().domain());
    if (collectors.contains(Collector.SEARCHAPI)) {
      ads.forEach(trail::add);
    } else if (ads.stream().anyMatch(ad -> ad.confidence() > 0.5)) {
      trail.warn(
          "The home page carries advertising codes. The ads can be watched once the collector"
              + " SEARCHAPI is set up.");
    }
  }

  private static Uni<Optional<String>> failure(String sentence) {
    return Uni.createFrom().item(Optional.of(sentence));
  }
}
