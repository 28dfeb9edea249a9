package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A page, feed or profile that may be worth watching, as far as it is known.
///
/// @param checked whether it was visited (or tried to)
record Find(
    PageUrl url,
    SourceKind kind,
    Collector collector,
    String label,
    double confidence,
    List<String> hints,
    Sample sample,
    boolean checked,
    Errand errand) {

  private static final int LONGEST_LABEL = 60;

  /// Kinds of which a company has one per place: one profile on each network, one app per store.
  static final Set<SourceKind> ONE_PER_PLACE =
      Set.of(SourceKind.SOCIAL, SourceKind.REVIEWS, SourceKind.APPS, SourceKind.ADS);

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
        Sample.NONE,
        false,
        Errand.PLAIN);
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
      case HELP -> "Help centre";
      case STATUS -> "Status page";
      case CUSTOMERS -> "Customers";
      case SECURITY -> "Security";
      case LEGAL -> "Legal";
      case SOCIAL -> "Profile";
      case REVIEWS -> "Reviews";
      case APPS -> "App";
      case ADS -> "Ads";
      case OTHER -> "Page";
    };
  }

  /// One per page and way of collecting it, however the address was spelled.
  String key() {
    return collector + " " + url.likeness();
  }

  /// Finds of one group compete with each other for a place in the list.
  String group() {
    boolean place = ONE_PER_PLACE.contains(kind) || SiteBorder.isJobBoard(url.value());
    return kind + "/" + (place ? label : collector);
  }

  boolean isOnePerPlace() {
    return !group().equals(kind + "/" + collector);
  }

  Find hinted(String hint) {
    List<String> more = Stream.concat(hints.stream(), Stream.of(hint)).distinct().toList();
    return with(url, confidence, more, sample, checked);
  }

  /// Visited, but what came was no page: it stays as it was found.
  Find tried() {
    return with(url, confidence, hints, sample, true);
  }

  /// Visited: this is what stands there.
  Find seen(Sample seen, double confidence, String hint) {
    return with(url, confidence, hints, seen, true).hinted(hint);
  }

  /// Visited: the page's own words count now, and the address it was found at in the end.
  Find read(PageUrl at, PageOutline page) {
    Optional<PageIntent> intent =
        PageIntent.of(at.value(), label, page.ownWords())
            .filter(read -> read.kind() == kind && read.confidence() > confidence);
    return with(
        at,
        intent.map(PageIntent::confidence).orElse(confidence),
        intent.map(PageIntent::hints).orElse(hints),
        Sample.titled(page.shownTitle()),
        true);
  }

  private Find with(
      PageUrl at, double sure, List<String> reasons, Sample seen, boolean wasVisited) {
    return new Find(at, kind, collector, label, sure, reasons, seen, wasVisited, errand);
  }
}
