package io.competitoriq.crawl.fetch;

import io.competitoriq.crawl.visit.VisitOutcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a page itself asks of robots: the header X-Robots-Tag and the meta tag. Pure.
///
/// We keep a copy and may have a language model read it, so two wishes concern us, whoever they are
/// said to: `noarchive` (keep no copy) and `noai` (let no AI work with it). `noindex` and `none`
/// speak to search engines, which show pages to the world; we obey them only where they name us.
/// Half the feeds of the web say `noindex`.
final class RobotsTags {
  private static final Set<String> TO_ALL = Set.of("noarchive", "noai");
  private static final Set<String> TO_US = Set.of("noarchive", "noai", "noindex", "none");

  /// Directives with a value behind a colon, which is no name of a robot.
  private static final Set<String> VALUED =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  private static final String OUR_NAME = UserAgent.PRODUCT.toLowerCase(Locale.ROOT);

  private RobotsTags() {}

  /// Why the page must not be kept; empty when it may.
  ///
  /// @param headers of the answer, names in lower case
  /// @param metas the page's meta tags, when it is one
  static Optional<Verdict> objection(Map<String, String> headers, List<Meta> metas) {
    Set<String> wishes = new HashSet<>(ofHeader(headers.getOrDefault("x-robots-tag", "")));
    wishes.addAll(ofMeta(metas));
    return wishes.stream()
        .sorted()
        .findFirst()
        .map(
            wish ->
                AnswerClassifier.not(
                    VisitOutcome.ROBOTS_DISALLOWED,
                    "The page asks robots not to keep it (%s).".formatted(wish),
                    "Watch a page that may be kept, or ask the site's owner for permission."));
  }

  /// Several headers arrive as one list: what follows a robot's name is said to that robot, until
  /// the next name.
  private static Set<String> ofHeader(String header) {
    Set<String> wishes = new HashSet<>();
    Set<String> obeyed = TO_ALL;
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String directive = part.strip();
      int colon = directive.indexOf(':');
      String name = colon < 0 ? "" : directive.substring(0, colon).strip();
      if (colon >= 0 && !VALUED.contains(name) && name.matches("[a-z0-9_*-]+")) {
        obeyed = obeyedFrom(name);
        directive = directive.substring(colon + 1).strip();
      }
      if (obeyed.contains(directive)) {
        wishes.add(directive);
      }
    }
    return wishes;
  }

  private static Set<String> ofMeta(List<Meta> metas) {
    Set<String> wishes = new HashSet<>();
    for (Meta meta : metas) {
      Set<String> obeyed = obeyedFrom(meta.name().strip().toLowerCase(Locale.ROOT));
      if (!obeyed.isEmpty()) {
        words(meta.content()).filter(obeyed::contains).forEach(wishes::add);
      }
    }
    return wishes;
  }

  private static Set<String> obeyedFrom(String addressee) {
    if (addressee.equals(OUR_NAME)) {
      return TO_US;
    }
    return List.of("robots", "*").contains(addressee) ? TO_ALL : Set.of();
  }

  private static Stream<String> words(String content) {
    return Arrays.stream(content.toLowerCase(Locale.ROOT).split("[,\\s]+"));
  }
}
