package io.competitoriq.crawl.site;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Links as a page writes them, made absolute and canonical. Navigation repeats on every page of a
/// site, so what was worked out for one host's links is remembered for the walk.
///
/// Not thread-safe.
final class CanonicalLinks {
  private static final int MOST_REMEMBERED = 50_000;
  private static final int LONGEST = 2000;
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("^(?!https?:)[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  /// They say where a visitor came from, not what the page shows.
  private static final List<String> CAMPAIGN =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "utm_id",
          "gclid",
          "fbclid",
          "msclkid",
          "dclid",
          "mc_cid",
          "mc_eid",
          "_hsenc",
          "_hsmi");

  private final BasicURLNormalizer normalizer =
      BasicURLNormalizer.newBuilder().queryParamsToRemove(CAMPAIGN).build();
  private final Map<String, Optional<String>> remembered = new HashMap<>();

  /// @param page the address of the page, or what it names as its base
  /// @return empty for what leads to no page: fragments, mail addresses, scripts, nonsense
  Optional<String> canonical(URI page, String link) {
    String text = link.strip();
    if (text.isEmpty()
        || text.startsWith("#")
        || text.length() > LONGEST
        || text.charAt(0) != '/' && OTHER_SCHEME.matcher(text).matches()) {
      return Optional.empty();
    }
    if (!text.startsWith("/") && !text.toLowerCase(Locale.ROOT).startsWith("http")) {
      return normalized(folder(page, text) + text);
    }
    String absolute = absolute(page, text);
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(absolute, this::normalized);
  }

  private static String absolute(URI page, String text) {
    if (text.startsWith("//")) {
      return page.getScheme() + ":" + text;
    }
    return text.startsWith("/") ? Scope.origin(page) + text : text;
  }

  private static String folder(URI page, String text) {
    String path =
        page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
    String kept = text.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1);
    return Scope.origin(page) + kept;
  }

  private Optional<String> normalized(String absolute) {
    return Optional.ofNullable(normalizer.filter(absolute)).filter(it -> !it.isEmpty());
  }
}
