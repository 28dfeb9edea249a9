package io.competitoriq.crawl.fetch;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// Tells a `Sight` about a page that `Markup` gave up, from jsoup's tree: three times the work, but
/// bounded whatever the page does.
final class Tree implements NodeFilter {
  private final Sight sight;

  /// Inside the elements around the one at hand, outermost first.
  private final List<Place> places = new ArrayList<>();

  private Tree(Sight sight) {
    this.sight = sight;
  }

  static void read(String html, Sight sight) {
    parse(html).filter(new Tree(sight));
  }

  private static Document parse(String html) {
    try {
      return Jsoup.parse(html);
    } catch (IndexOutOfBoundsException fault) {
      // The library breaks over unclosed letters at its greatest depth; plain tags have no rules.
      return Jsoup.parse(html, "", Parser.xmlParser());
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    Place place = depth == 0 ? Place.PLAIN : places.get(depth - 1);
    Place inside = place;
    if (node instanceof TextNode text) {
      sight.text(place, text.getWholeText());
    } else if (node instanceof Element element) {
      inside = sight.element(element.normalName(), element::attr, place);
    }
    while (places.size() > depth) {
      places.removeLast();
    }
    places.add(inside);
    return inside == Place.UNSEEN ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
  }
}
