package io.competitoriq.process.drift;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.fact.FactNews;
import io.competitoriq.process.page.PageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Decides whether the newest versions of a source say much less than it used to. Pure.
///
/// What is new has to hold for two versions, so that one hiccup does not count, and what was before
/// for three. A page that has said so little for all the versions at hand is taken at its word.
final class Collapse {

  private static final int FEWEST_NEW = 2;
  private static final int FEWEST_BEFORE = 3;
  private static final int SEVERAL_FACTS = 2;

  /// Texts shorter than this in bytes come and go.
  private static final int SOME_TEXT = 200;

  private static final String FIX =
      "Open the page: if it was rebuilt, let it be opened in a browser or give the source its new"
          + " address; if it is as it should be, nothing is to be done.";

  private final List<ReadVersion> versions;

  private Collapse(List<ReadVersion> versions) {
    this.versions = versions;
  }

  /// @param newestFirst the versions of the source at hand
  static Optional<Drift> of(UUID sourceId, List<ReadVersion> newestFirst) {
    List<ReadVersion> alike =
        newestFirst.stream()
            .takeWhile(version -> version.reader().equals(newestFirst.getFirst().reader()))
            .toList();
    Collapse collapse = new Collapse(alike);
    return collapse
        .factsGone()
        .or(collapse::textShrunk)
        .or(collapse::classChanged)
        .map(
            sign ->
                new Drift(
                    sourceId,
                    alike.get(sign.versions() - 1).fetchedAt(),
                    sign.versions(),
                    "The page answers, but in its last %d versions %s."
                        .formatted(sign.versions(), sign.words()),
                    FIX));
  }

  /// Kinds of facts that were stated steadily, and by none of the newest versions.
  private Optional<Sign> factsGone() {
    List<String> gone = new ArrayList<>();
    int longest = 0;
    for (FactKind kind : FactKind.values()) {
      if (FactNews.isQuiet(kind)) {
        continue;
      }
      int run = run(version -> version.count(kind) == 0);
      List<ReadVersion> before = before(run);
      if (isEnough(run) && mostly(before, version -> version.count(kind) >= SEVERAL_FACTS)) {
        gone.add(median(before, version -> version.count(kind)) + " " + plural(kind));
        longest = Math.max(longest, run);
      }
    }
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sign(longest, "nothing is left of about " + String.join(" and ", gone)));
  }

  /// The most versions that are all shorter than a quarter of what is usual before them.
  private Optional<Sign> textShrunk() {
    for (int run = versions.size() - FEWEST_BEFORE; run >= FEWEST_NEW; run--) {
      int usual = median(before(run), ReadVersion::size);
      if (usual >= SOME_TEXT && run(version -> version.size() * 4L < usual) >= run) {
        long percent = versions.getFirst().size() * 100L / usual;
        return Optional.of(
            new Sign(run, "its text is down to %d %% of what it used to be".formatted(percent)));
      }
    }
    return Optional.empty();
  }

  private Optional<Sign> classChanged() {
    if (versions.isEmpty() || !versions.getFirst().understood()) {
      return Optional.empty();
    }
    PageClass now = versions.getFirst().pageClass();
    int run = run(version -> version.understood() && version.pageClass() == now);
    List<ReadVersion> before = before(run);
    return Optional.of(before)
        .filter(_ -> isEnough(run))
        .flatMap(Collapse::usualClass)
        .filter(usual -> usual != now)
        .filter(usual -> mostly(before, version -> version.pageClass() == usual))
        .map(
            usual ->
                new Sign(run, "it reads as %s instead of %s".formatted(word(now), word(usual))));
  }

  private static Optional<PageClass> usualClass(List<ReadVersion> before) {
    return before.stream()
        .filter(ReadVersion::understood)
        .collect(Collectors.groupingBy(ReadVersion::pageClass, Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<PageClass, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /// How many of the newest versions are like that without a gap.
  private int run(Predicate<ReadVersion> like) {
    return (int) versions.stream().takeWhile(like).count();
  }

  private List<ReadVersion> before(int run) {
    return versions.subList(run, versions.size());
  }

  private boolean isEnough(int run) {
    return run >= FEWEST_NEW && versions.size() - run >= FEWEST_BEFORE;
  }

  /// Three quarters: a hiccup long ago does not make a page unsteady.
  private static boolean mostly(List<ReadVersion> versions, Predicate<ReadVersion> like) {
    return versions.stream().filter(like).count() * 4 >= versions.size() * 3L;
  }

  private static int median(List<ReadVersion> versions, ToIntFunction<ReadVersion> size) {
    return versions.stream().mapToInt(size).sorted().toArray()[versions.size() / 2];
  }

  private static String plural(FactKind kind) {
    return switch (kind) {
      case PRICE -> "prices";
      case PLAN -> "plans";
      case POST -> "posts";
      case JOB_OPENING -> "job openings";
      case FEATURE -> "features";
      case PRODUCT -> "products";
      case PERSON -> "people";
      case CONTACT -> "contacts";
      case TECHNOLOGY -> "technologies";
    };
  }

  private static String word(PageClass pageClass) {
    return switch (pageClass) {
      case HOME -> "a home page";
      case OTHER -> "some other page";
      case PRICING, FEATURES, CHANGELOG, BLOG, ARTICLE, CAREERS, ABOUT, DOCS, FEED ->
          pageClass.name().toLowerCase(Locale.ROOT);
    };
  }

  /// What collapsed, and in how many versions.
  private record Sign(int versions, String words) {}
}
