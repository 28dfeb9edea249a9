package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A page or feed that may be worth watching, as far as it is known.
///
/// @param sampleTitle what was read there
/// @param checked whether it was visited (or tried to)
record Find(
    PageUrl url,
    SourceKind kind,
    Collector collector,
    String label,
    double confidence,
    List<String> hints,
    Optional<String> sampleTitle,
    boolean checked) {

  private static final int LONGEST_LABEL = 60;

  Find {
    hints = List.copyOf(hints);
  }

  /// A page nobody has visited yet.
  static Find page(PageUrl url, PageIntent intent, String linkText) {
    return new Find(
        url,
        intent.kind(),
        Collector.BUILTIN,
        label(linkText, intent.kind()),
        intent.confidence(),
        intent.hints(),
        Optional.empty(),
        false);
  }

  private static String label(String linkText, SourceKind kind) {
    String text = linkText.strip();
    return text.isEmpty() || text.length() > LONGEST_LABEL ? name(kind) : text;
  }

  static String name(SourceKind kind) {
    return switch (kind) {
      case HOME -> "Home page";
      case PRICING -> "Pricing";
      case FEATURES -> "Features";
      case CHANGELOG -> "Changelog";
      case BLOG -> "Blog";
      case NEWS -> "News";
      case CAREERS -> "Careers";
      case ABOUT -> "About";
      case DOCS -> "Documentation";
      case OTHER -> "Page";
    };
  }

  /// One per page and way of collecting it, however the address was spelled.
  String key() {
    return collector + " " + url.likeness();
  }

  Find hinted(String hint) {
    List<String> more = Stream.concat(hints.stream(), Stream.of(hint)).distinct().toList();
    return new Find(url, kind, collector, label, confidence, more, sampleTitle, checked);
  }

  /// Visited, but what came was no page: it stays as it was found.
  Find tried() {
    return new Find(url, kind, collector, label, confidence, hints, sampleTitle, true);
  }

  /// Visited: the page's own words count now, and the address it was found at in the end.
  Find read(PageUrl at, PageOutline page) {
    Optional<PageIntent> intent =
        PageIntent.of(at.value(), label, page.ownWords())
            .filter(read -> read.kind() == kind && read.confidence() > confidence);
    Optional<String> title = Optional.of(page.shownTitle()).filter(text -> !text.isBlank());
    return new Find(
        at,
        kind,
        collector,
        label,
        intent.map(PageIntent::confidence).orElse(confidence),
        intent.map(PageIntent::hints).orElse(hints),
        title,
        true);
  }
}
