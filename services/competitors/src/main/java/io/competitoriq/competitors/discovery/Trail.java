package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.http.ProblemException;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one look around has gathered so far. Belongs to one [Expedition], which takes one step
/// after the other.
final class Trail {

  private final Map<String, Find> finds = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Map<URI, Link> feeds = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, RobotsFile> robots = new LinkedHashMap<>();
  private Site site;
  private @Nullable Company company;

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

  boolean knowsAFeed() {
    return finds.values().stream().anyMatch(find -> find.collector() == Collector.FEED);
  }

  Optional<Find> best(SourceKind kind) {
    return finds.values().stream()
        .filter(find -> find.kind() == kind && find.collector() == Collector.BUILTIN)
        .max(
            Comparator.comparingDouble(Find::confidence)
                .thenComparingInt(find -> -find.url().toString().length()));
  }

  Collection<Find> finds() {
    return finds.values();
  }

  /// Remembers the feeds a page of the site announces.
  void announce(PageOutline page) {
    page.feeds().stream()
        .filter(link -> site.border().holds(link.url()))
        .forEach(link -> feeds.putIfAbsent(link.url(), link));
  }

  List<Link> feeds() {
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
