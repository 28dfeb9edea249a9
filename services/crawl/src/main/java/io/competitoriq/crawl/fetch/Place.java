package io.competitoriq.crawl.fetch;

/// Where in a page something stands, as far as it matters to who looks for text in it.
enum Place {
  PLAIN,
  HEAD,
  /// The page's title.
  TITLE,
  /// The title of a drawing.
  LABEL,
  HEADLINE,
  /// Seen by readers without scripts only.
  NOSCRIPT,
  /// Scripts, styles, templates.
  UNSEEN;

  /// The place inside an element that stands here.
  Place inside(String element) {
    if (this == UNSEEN || this == NOSCRIPT) {
      return this;
    }
    return switch (element) {
      case "head" -> HEAD;
      case "title" -> this == HEAD ? TITLE : this == HEADLINE ? HEADLINE : LABEL;
      case "h1" -> HEADLINE;
      case "noscript" -> NOSCRIPT;
      case "script", "style", "template" -> UNSEEN;
      default -> this == HEADLINE ? HEADLINE : PLAIN;
    };
  }
}
