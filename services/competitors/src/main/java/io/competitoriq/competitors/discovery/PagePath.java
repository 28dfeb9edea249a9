package io.competitoriq.competitors.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the address of a page says, without the parts that say nothing: language, file ending,
/// index.
///
/// @param segments folded path segments, outermost first
/// @param written the last segment as it is written, for sentences
/// @param label the first label of the host, folded: `blog` of `blog.acme.com`
/// @param language the language the path begins with, empty without one
record PagePath(List<String> segments, String written, String label, String language) {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern ENDING = Pattern.compile("\\.(html?|php|aspx?|jsp)$");
  private static final Pattern FILE =
      Pattern.compile(
          ".*\\.(pdf|png|jpe?g|gif|svg|webp|zip|gz|xml|json|css|js|ico|mp[34]|txt|csv)$");
  private static final Set<String> LISTINGS =
      Set.of("tag", "tags", "category", "categories", "author", "authors", "topic", "topics");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

  PagePath {
    segments = List.copyOf(segments);
  }

  static PagePath of(URI url) {
    String path = url.getPath() == null ? "" : url.getPath();
    List<String> raw =
        new ArrayList<>(Stream.of(path.split("/", -1)).filter(part -> !part.isBlank()).toList());
    String language = "";
    if (!raw.isEmpty() && isLanguage(raw.getFirst())) {
      language = primary(raw.removeFirst());
    }
    raw.removeIf(part -> part.matches("(?i)(index|default|home)(\\.\\w+)?"));
    List<String> segments =
        raw.stream().map(part -> Words.fold(ENDING.matcher(part).replaceAll(""))).toList();
    String host = url.getHost() == null ? "" : url.getHost();
    return new PagePath(segments, raw.isEmpty() ? "" : "/" + raw.getLast(), label(host), language);
  }

  private static String label(String host) {
    return host.chars().filter(c -> c == '.').count() < 2 || host.matches("[\\d.]+")
        ? ""
        : Words.fold(host.substring(0, host.indexOf('.')));
  }

  /// `de`, `en-us`, `pt_BR`: but not `us` alone, which may mean anything.
  private static boolean isLanguage(String segment) {
    String[] parts = segment.toLowerCase(Locale.ROOT).split("[-_]");
    boolean language = LANGUAGES.contains(parts[0]);
    return parts.length == 1
        ? language
        : parts.length == 2 && language && COUNTRIES.contains(parts[1].toUpperCase(Locale.ROOT));
  }

  /// The language of `de`, `en-us` or `pt_BR`, without the country.
  static String primary(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  /// True for the two letters of a language.
  static boolean isLanguageCode(String text) {
    return LANGUAGES.contains(text);
  }

  /// The start page of its host.
  boolean isRoot() {
    return segments.isEmpty();
  }

  /// A picture, a document, a machine-readable file: nothing people read as a page.
  boolean isFile() {
    return FILE.matcher(written.toLowerCase(Locale.ROOT)).matches();
  }

  /// Addresses with a year in them are single entries: `/2026/11/we-raised`.
  boolean isDated() {
    return segments.stream().anyMatch(segment -> YEAR.matcher(segment).matches());
  }

  /// The entries of one topic or author, or a further page of a list: the list itself is the
  /// source.
  boolean isListing() {
    boolean page =
        segments.size() > 1 && parents().getLast().equals("page") && last().matches("\\d+");
    return page || parents().stream().anyMatch(LISTINGS::contains);
  }

  String last() {
    return segments.isEmpty() ? "" : segments.getLast();
  }

  List<String> parents() {
    return segments.isEmpty() ? List.of() : segments.subList(0, segments.size() - 1);
  }
}
