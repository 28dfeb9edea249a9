package io.competitoriq.analysis.story;

import io.competitoriq.analysis.story.Tie.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Why two signals belong together, if they do. Pure, and the same whichever comes first; so which
/// signals are of one story does not depend on the order they came in.
final class Kinship {

  /// Two signals further apart than this are two events.
  static final Duration WINDOW = Duration.ofHours(72);

  private static final Duration ADDRESS_WINDOW = Duration.ofHours(24);
  private static final Duration NAMES_WINDOW = Duration.ofHours(48);
  private static final int FEWEST_SHINGLES = 12;
  private static final double NEAR = 0.5;
  private static final double HELD = 0.8;
  private static final int FEWEST_NAMES = 3;

  private Kinship() {}

  /// The reasons, in the order of [Reason]; none when the two are not of one story.
  static List<Tie> between(Marked one, Marked other) {
    Duration apart = Duration.between(one.occurredAt(), other.occurredAt()).abs();
    if (apart.compareTo(WINDOW) > 0) {
      return List.of();
    }
    boolean otherSource = !one.sourceId().equals(other.sourceId());
    List<Tie> ties = new ArrayList<>();
    version(one, other, ties);
    move(one, other, ties);
    if (otherSource && apart.compareTo(ADDRESS_WINDOW) <= 0) {
      address(one, other, ties);
    }
    text(one, other, ties);
    boolean sameCompetitor = one.competitorId().equals(other.competitorId());
    if (otherSource && sameCompetitor && apart.compareTo(NAMES_WINDOW) <= 0) {
      names(one, other, ties);
    }
    return List.copyOf(ties);
  }

  private static void version(Marked one, Marked other, List<Tie> ties) {
    if (!shared(one, other, Fingerprint.VERSION).isEmpty()) {
      ties.add(new Tie(Reason.SAME_VERSION, "Both came with the same version of the page."));
    }
  }

  private static void move(Marked one, Marked other, List<Tie> ties) {
    Set<String> same = shared(one, other, Fingerprint.MOVE);
    if (!same.isEmpty()) {
      ties.add(
          new Tie(
              Reason.SAME_MOVE,
              same.size() == 1
                  ? "Both report the same change of the same fact."
                  : "Both report the same change of " + same.size() + " facts."));
    }
  }

  private static void address(Marked one, Marked other, List<Tie> ties) {
    shared(one, other, Fingerprint.ADDRESS).stream()
        .map(key -> key.substring(Fingerprint.ADDRESS.length()))
        .filter(address -> address.contains("/"))
        .min(String::compareTo)
        .ifPresent(
            address -> ties.add(new Tie(Reason.SAME_ADDRESS, "Both are about " + address + ".")));
  }

  private static void text(Marked one, Marked other, List<Tie> ties) {
    if (!shared(one, other, Fingerprint.TEXT).isEmpty()) {
      ties.add(new Tie(Reason.SAME_TEXT, "Both have the same new text, word for word."));
      return;
    }
    Set<Integer> a = new HashSet<>(one.fingerprint().shingles());
    Set<Integer> b = new HashSet<>(other.fingerprint().shingles());
    int smaller = Math.min(a.size(), b.size());
    if (smaller < FEWEST_SHINGLES) {
      return;
    }
    long both = a.stream().filter(b::contains).count();
    double alike = (double) both / (a.size() + b.size() - both);
    double held = (double) both / smaller;
    if (alike >= NEAR) {
      ties.add(new Tie(Reason.NEAR_TEXT, percent(alike) + " of their new text is the same."));
    } else if (held >= HELD) {
      ties.add(
          new Tie(
              Reason.NEAR_TEXT, percent(held) + " of the shorter new text stands in the longer."));
    }
  }

  private static void names(Marked one, Marked other, List<Tie> ties) {
    Set<String> a = one.fingerprint().names();
    Set<String> b = other.fingerprint().names();
    Set<String> both =
        a.stream().filter(b::contains).collect(Collectors.toCollection(TreeSet::new));
    int all = a.size() + b.size() - both.size();
    if (both.size() >= FEWEST_NAMES && both.size() >= NEAR * all) {
      String few = both.stream().limit(5).collect(Collectors.joining(", "));
      ties.add(new Tie(Reason.SAME_NAMES, "Both name " + few + "."));
    }
  }

  private static Set<String> shared(Marked one, Marked other, String kind) {
    Set<String> same = new TreeSet<>(one.fingerprint().keysOf(kind));
    same.retainAll(other.fingerprint().keysOf(kind));
    return same;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
