package io.competitoriq.competitors.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a discovery needs to know of a page.
///
/// @param headings first and second level, in order
/// @param links to pages over http or https, in order, each address once
/// @param feeds the page announces (`link rel=alternate`)
/// @param asksForPassword whether there is a password field on it
record PageOutline(
    String title,
    Optional<String> siteName,
    Optional<String> description,
    Optional<String> logoUrl,
    List<String> headings,
    List<Link> links,
    List<Link> feeds,
    boolean asksForPassword) {

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

  /// True for the answer of a site that shows the same page at every address.
  boolean saysTheSameAs(PageOutline other) {
    return title.equals(other.title) && headings.equals(other.headings);
  }
}
