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

  private static final double GOOD = 0.6;
  private static final int MOST_ALIKE = 3;
  private static final int MOST = 40;

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
          SourceKind.ABOUT,
          SourceKind.DOCS,
          SourceKind.OTHER);

  private static final Set<SourceKind> NOT_IN_ADVANCE =
      Set.of(SourceKind.ABOUT, SourceKind.DOCS, SourceKind.OTHER);

  /// A find with its place in the list.
  record Ranked(Find find, RobotsState robots, boolean recommended) {}

  private Ranking() {}

  /// Recommended ones first, then by kind and confidence. Of each kind the best find is
  /// recommended, once; a feed goes before the page it belongs to, for it says the same with less
  /// noise.
  static List<Ranked> rank(Collection<Find> finds, Function<Find, RobotsState> robots) {
    List<Find> best =
        finds.stream()
            .sorted(
                Comparator.comparing((Find find) -> find.collector() != Collector.FEED)
                    .thenComparing(Comparator.comparingDouble(Find::confidence).reversed())
                    .thenComparingInt(find -> find.url().toString().length())
                    .thenComparing(find -> find.url().toString()))
            .toList();
    Map<SourceKind, Find> chosen = new EnumMap<>(SourceKind.class);
    best.stream()
        .filter(find -> isGood(find) && robots.apply(find) != RobotsState.DISALLOWED)
        .forEach(find -> chosen.putIfAbsent(find.kind(), find));
    Map<String, Integer> alike = new HashMap<>();
    return best.stream()
        .filter(
            find ->
                alike.merge(find.kind() + "/" + find.collector(), 1, Integer::sum) <= MOST_ALIKE)
        .map(f -> new Ranked(f, robots.apply(f), f.equals(chosen.get(f.kind()))))
        .sorted(shownOrder())
        .limit(MOST)
        .toList();
  }

  private static boolean isGood(Find find) {
    return find.confidence() >= GOOD && !NOT_IN_ADVANCE.contains(find.kind());
  }

  private static Comparator<Ranked> shownOrder() {
    return Comparator.comparing((Ranked ranked) -> !ranked.recommended())
        .thenComparingInt(ranked -> ORDER.indexOf(ranked.find().kind()));
  }
}
