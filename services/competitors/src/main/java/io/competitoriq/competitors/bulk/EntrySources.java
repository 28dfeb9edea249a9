package io.competitoriq.competitors.bulk;

import io.competitoriq.competitors.discovery.AddressKind;
import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.http.ProblemException;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The source an entry means. Pure.
final class EntrySources {

  private static final Pattern SITEMAP = Pattern.compile(".*/[^/]*sitemap[^/]*\\.xml(\\.gz)?");

  private EntrySources() {}

  /// What the entry leaves open is seen from its address: a sitemap is the list of a site's pages.
  ///
  /// @throws ProblemException 400 when it names no address, kind, collector or interval there is
  static NewSource of(Entry entry) {
    PageUrl url = PageUrl.parse(entry.url());
    SourceKind kind =
        entry.kind().isEmpty()
            ? AddressKind.of(url.value(), entry.title())
            : named(SourceKind.class, "kind", entry.kind());
    ScheduleView schedule =
        entry.interval().isEmpty()
            ? null
            : new ScheduleView(entry.interval(), null, null, null, null, null);
    String title = entry.title().isEmpty() ? null : entry.title();
    return new NewSource(
        url, kind, collector(entry, url), title, schedule, Rendering.AUTO, Map.of());
  }

  private static Collector collector(Entry entry, PageUrl url) {
    if (!entry.collector().isEmpty()) {
      return named(Collector.class, "collector", entry.collector());
    }
    String path = url.value().getPath().toLowerCase(Locale.ROOT);
    return SITEMAP.matcher(path).matches() ? Collector.SITE : Collector.BUILTIN;
  }

  private static <E extends Enum<E>> E named(Class<E> type, String column, String text) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    throw new ProblemException(
        400,
        "list-unreadable",
        "There is no %s \"%s\"; write one of %s."
            .formatted(column, text, List.of(type.getEnumConstants())));
  }
}
