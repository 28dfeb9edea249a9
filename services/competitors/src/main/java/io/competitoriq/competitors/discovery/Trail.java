package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.http.ProblemException;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one look around has gathered so far. Belongs to one [Expedition], which takes one step
/// after the other.
final class Trail {

  private final Map<String, Find> finds = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Map<URI, Announced> feeds = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, RobotsFile> robots = new LinkedHashMap<>();
  private Site site;
  private @Nullable Company company;
  private Languages languages = Languages.UNKNOWN;
  private @Nullable PageOutline lost;

  Trail(Site site) {
    this.site = site;
  }

  Site site() {
    return site;
  }

  void arrive(Site arrived) {
    site = arrived;
  }

  /// The canonical form of an address found on a page; empty when it is none.
  static Optional<PageUrl> canonical(URI url) {
    try {
      return Optional.of(PageUrl.of(url));
    } catch (ProblemException unusable) {
      return Optional.empty();
    }
  }

  /// Keeps the better of two finds of one page; what proved to be gone stays gone.
  void add(Find find) {
    if (!gone.contains(find.key())) {
      finds.merge(find.key(), find, Trail::better);
    }
  }

  private static Find better(Find one, Find other) {
    boolean keep = one.checked() || one.confidence() >= other.confidence();
    return keep ? one : other;
  }

  /// Says of a page that is known already where else it was seen.
  void hint(Find find, String hint) {
    finds.computeIfPresent(find.key(), (_, known) -> known.checked() ? known : known.hinted(hint));
  }

  /// Adds a reason to what is known for certain.
  void told(Find find, String hint) {
    finds.computeIfPresent(find.key(), (_, known) -> known.hinted(hint));
  }

  /// Puts a visited page in place of what was known of it.
  void replace(Find before, Find after) {
    finds.remove(before.key());
    finds.put(after.key(), after);
  }

  void drop(Find find) {
    finds.remove(find.key());
    gone.add(find.key());
  }

  boolean knows(SourceKind kind) {
    return finds.values().stream()
        .anyMatch(find -> find.kind() == kind && find.collector() == Collector.BUILTIN);
  }

  boolean knows(PageUrl page) {
    return finds.values().stream().anyMatch(find -> find.url().likeness().equals(page.likeness()));
  }

  /// Whether the news of the company can be read from a feed already.
  boolean knowsAFeed() {
    return finds.values().stream()
        .filter(find -> find.collector() == Collector.FEED)
        .anyMatch(find -> find.kind() == SourceKind.BLOG || find.kind() == SourceKind.NEWS);
  }

  Optional<Find> best(SourceKind kind) {
    return finds.values().stream()
        .filter(find -> find.kind() == kind && find.collector() == Collector.BUILTIN)
        .max(
            Comparator.comparing((Find find) -> !languages.isForeign(find.url()))
                .thenComparingDouble(Find::confidence)
                .thenComparingInt(find -> -find.url().toString().length()));
  }

  /// Everything found but what says the same in another language than the home page's.
  List<Find> finds() {
    return finds.values().stream()
        .filter(find -> !languages.isForeign(find.url()) || !isSaidAtHome(find))
        .toList();
  }

  private boolean isSaidAtHome(Find foreign) {
    return finds.values().stream()
        .filter(find -> !languages.isForeign(find.url()))
        .anyMatch(f -> f.kind() == foreign.kind() && f.collector() == foreign.collector());
  }

  void speaks(Languages spoken) {
    languages = spoken;
  }

  Languages languages() {
    return languages;
  }

  /// Remembers how the site answers for a page that does not exist.
  void lost(PageOutline page) {
    lost = page;
  }

  /// True for a page that only says that there is none.
  boolean isLost(PageOutline page) {
    return page.saysItIsMissing() || (lost != null && page.saysTheSameAs(lost));
  }

  /// Remembers the feeds a page of the site announces.
  void announce(PageOutline page, URI at, SourceKind kind) {
    page.feeds().stream()
        .filter(link -> isOf(link.url(), at))
        .forEach(link -> feeds.putIfAbsent(link.url(), new Announced(link, kind)));
  }

  private boolean isOf(URI feed, URI page) {
    return site.border().holds(feed) || Objects.equals(feed.getHost(), page.getHost());
  }

  List<Announced> feeds() {
    return List.copyOf(feeds.values());
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void company(Company found) {
    company = found;
  }

  Optional<Company> company() {
    return Optional.ofNullable(company);
  }

  boolean hasRobots(URI page) {
    return robots.containsKey(origin(page));
  }

  int hosts() {
    return robots.size();
  }

  void robots(URI page, RobotsFile file) {
    robots.put(origin(page), file);
  }

  RobotsFile robotsOf(URI page) {
    return robots.getOrDefault(origin(page), RobotsFile.UNKNOWN);
  }

  RobotsState robots(URI page) {
    return robotsOf(page).state(page);
  }

  private static String origin(URI page) {
    return page.getScheme() + "://" + page.getRawAuthority();
  }
}
