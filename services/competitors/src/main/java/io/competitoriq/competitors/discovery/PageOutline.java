package io.competitoriq.competitors.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a discovery needs to know of a page.
///
/// @param headings first and second level, in order
/// @param links to pages over http or https, in order, each address once
/// @param feeds the page announces (`link rel=alternate`)
/// @param asksForPassword whether there is a password field on it
/// @param traces what its source gives away
record PageOutline(
    String title,
    Optional<String> siteName,
    Optional<String> description,
    Optional<String> logoUrl,
    List<String> headings,
    List<Link> links,
    List<Link> feeds,
    boolean asksForPassword,
    PageTraces traces) {

  private static final Pattern MISSING =
      Pattern.compile(
          "(?i)\\b404\\b|page (was )?not found|not be found|page (does not|doesn.t) exist"
              + "|seite (wurde )?nicht gefunden|page (introuvable|non trouv)|p[áa]gina no encontrada"
              + "|p[áa]gina n[ãa]o encontrada|pagina non trovata|pagina niet gevonden"
              + "|nie znaleziono|ページが見つかりません|页面不存在|找不到");

  PageOutline {
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    feeds = List.copyOf(feeds);
  }

  /// A link and what it says.
  record Link(URI url, String text) {}

  /// Headings and title: what a page says it is.
  List<String> ownWords() {
    return Stream.concat(headings.stream().limit(5), Stream.of(title))
        .filter(text -> !text.isBlank())
        .toList();
  }

  /// The best name for the page: its first heading, or its title.
  String shownTitle() {
    return headings.isEmpty() ? title : headings.getFirst();
  }

  /// A page that answers like any other and says that it is none.
  boolean saysItIsMissing() {
    return ownWords().stream().anyMatch(text -> MISSING.matcher(text).find());
  }

  /// A page scripts fill: nothing to read, nowhere to go.
  boolean isShell() {
    return headings.isEmpty() && links.size() < 3;
  }

  /// True for the answer of a site that shows the same page at every address.
  boolean saysTheSameAs(PageOutline other) {
    return title.equals(other.title) && headings.equals(other.headings);
  }
}
