package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which finds are shown, in which order, and which are chosen in advance. Pure.
final class Ranking {

  /// From here on a page is chosen without being asked for.
  static final double GOOD = 0.6;

  private static final double FAR_BEHIND = 0.25;
  private static final int MOST_ALIKE = 3;
  private static final int MOST = 60;

  /// What people watch first.
  private static final List<SourceKind> ORDER =
      List.of(
          SourceKind.PRICING,
          SourceKind.CHANGELOG,
          SourceKind.FEATURES,
          SourceKind.BLOG,
          SourceKind.NEWS,
          SourceKind.CAREERS,
          SourceKind.HOME,
          SourceKind.STATUS,
          SourceKind.ABOUT,
          SourceKind.CUSTOMERS,
          SourceKind.DOCS,
          SourceKind.HELP,
          SourceKind.ADS,
          SourceKind.SOCIAL,
          SourceKind.REVIEWS,
          SourceKind.APPS,
          SourceKind.SECURITY,
          SourceKind.LEGAL,
          SourceKind.OTHER);

  /// Kinds a person would miss when they were not chosen.
  private static final Set<SourceKind> IN_ADVANCE =
      Set.of(
          SourceKind.PRICING,
          SourceKind.CHANGELOG,
          SourceKind.FEATURES,
          SourceKind.BLOG,
          SourceKind.NEWS,
          SourceKind.CAREERS,
          SourceKind.HOME,
          SourceKind.STATUS);

  /// A find with its place in the list.
  record Ranked(Find find, RobotsState robots, boolean recommended) {}

  private Ranking() {}

  /// Recommended ones first, then by kind and confidence. Of each kind the best find is
  /// recommended, once; a feed goes before the page it belongs to, for it says the same with less
  /// noise, and so does a job board. What is far less sure than the best of its group is left out.
  static List<Ranked> rank(Collection<Find> finds, Function<Find, RobotsState> robots) {
    List<Find> best =
        finds.stream()
            .sorted(
                Comparator.comparing((Find find) -> !isBestRead(find))
                    .thenComparing(Comparator.comparingDouble(Find::confidence).reversed())
                    .thenComparingInt(find -> find.url().toString().length())
                    .thenComparing(find -> find.url().toString()))
            .toList();
    Map<SourceKind, Find> chosen = new EnumMap<>(SourceKind.class);
    best.stream()
        .filter(find -> isGood(find) && robots.apply(find) != RobotsState.DISALLOWED)
        .forEach(find -> chosen.putIfAbsent(find.kind(), find));
    return fewAlike(best).stream()
        .map(f -> new Ranked(f, robots.apply(f), f.equals(chosen.get(f.kind()))))
        .sorted(shownOrder())
        .limit(MOST)
        .toList();
  }

  private static boolean isBestRead(Find find) {
    return find.collector() == Collector.FEED
        || (find.kind() == SourceKind.CAREERS && SiteBorder.isJobBoard(find.url().value()));
  }

  private static List<Find> fewAlike(List<Find> sorted) {
    Map<String, Double> surest = new HashMap<>();
    sorted.forEach(find -> surest.merge(find.group(), find.confidence(), Math::max));
    Map<String, Integer> alike = new HashMap<>();
    return sorted.stream()
        .filter(f -> f.confidence() >= surest.getOrDefault(f.group(), 0.0) - FAR_BEHIND)
        .filter(
            find ->
                alike.merge(find.group(), 1, Integer::sum)
                    <= (find.isOnePerPlace() ? 1 : MOST_ALIKE))
        .toList();
  }

  private static boolean isGood(Find find) {
    return find.confidence() >= GOOD
        && IN_ADVANCE.contains(find.kind())
        && !find.errand().needsCredential();
  }

  private static Comparator<Ranked> shownOrder() {
    return Comparator.comparing((Ranked ranked) -> !ranked.recommended())
        .thenComparingInt(ranked -> ORDER.indexOf(ranked.find().kind()));
  }
}
