package io.competitoriq.crawl.fetch;

import java.util.List;

/// Where a page leads.
///
/// @param title of the page, white space collapsed
/// @param links the addresses of its links as the page writes them, in order, doubles included
/// @param base what relative links are relative to, when the page says so itself; else empty
public record Outline(String title, List<String> links, String base) {
  static final Outline NONE = new Outline("", List.of(), "");

  public Outline {
    links = List.copyOf(links);
  }
}
