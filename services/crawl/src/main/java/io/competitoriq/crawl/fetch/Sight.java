package io.competitoriq.crawl.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// One walk over a page's tree for everything that is looked for in it: letters a reader sees,
/// first headings, password fields, links, meta tags.
final class Sight implements NodeFilter {
  private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "template");

  private final int lettersOfInterest;
  private final List<String> links = new ArrayList<>();
  private final List<Element> metas = new ArrayList<>();
  private final StringBuilder headline = new StringBuilder();
  private String base = "";
  private int letters;
  private boolean password;

  private Sight(int lettersOfInterest) {
    this.lettersOfInterest = lettersOfInterest;
  }

  /// @param lettersOfInterest letters are not counted further than about this
  static Sight of(Document page, int lettersOfInterest) {
    Sight sight = new Sight(lettersOfInterest);
    page.filter(sight);
    return sight;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      count(text);
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? see(element) : FilterResult.CONTINUE;
  }

  private FilterResult see(Element element) {
    String name = element.normalName();
    switch (name) {
      case "a" -> note(element.attr("href"));
      case "base" -> base = base.isEmpty() ? element.attr("href") : base;
      case "h1" -> headline.append(' ').append(element.text());
      case "meta" -> metas.add(element);
      case "noscript" -> metas.addAll(element.select("meta"));
      case "input" -> password |= element.attr("type").equalsIgnoreCase("password");
      default -> {}
    }
    return UNSEEN.contains(name) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
  }

  private void note(String address) {
    if (!address.isEmpty()) {
      links.add(address);
    }
  }

  private void count(TextNode text) {
    if (letters < lettersOfInterest && !inHead(text)) {
      letters += length(text.text().strip());
    }
  }

  /// With the space that sets it off from the next.
  private static int length(String text) {
    return text.isEmpty() ? 0 : text.length() + 1;
  }

  private static boolean inHead(TextNode text) {
    return text.parent() instanceof Element parent && parent.normalName().equals("title");
  }

  int letters() {
    return letters;
  }

  boolean password() {
    return password;
  }

  /// The page's meta tags, those for readers without scripts included.
  List<Element> metas() {
    return List.copyOf(metas);
  }

  /// Title and main headings, lower case.
  String headline(Document page) {
    return (page.title() + " | " + headline.toString().strip()).toLowerCase(Locale.ROOT);
  }

  Outline outline(Document page) {
    return new Outline(page.title(), links, base);
  }
}
