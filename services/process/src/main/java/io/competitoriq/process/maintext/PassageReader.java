package io.competitoriq.process.maintext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// Walks the body of a page once and cuts its text into passages, in reading order.
final class PassageReader implements NodeFilter {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "head",
          "iframe",
          "object",
          "math",
          "canvas",
          "video",
          "audio",
          "textarea");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "li",
          "ul",
          "ol",
          "tr",
          "table",
          "td",
          "th",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "blockquote",
          "pre",
          "dl",
          "dt",
          "dd",
          "figure",
          "figcaption",
          "header",
          "footer",
          "nav",
          "aside",
          "form",
          "fieldset",
          "details",
          "summary",
          "option",
          "select",
          "button",
          "label",
          "tbody",
          "thead",
          "body",
          "address",
          "noscript");

  private final Element body;
  private final List<Passage> passages = new ArrayList<>();
  private final MarkReader marks = new MarkReader();
  private final StringBuilder text = new StringBuilder();
  private Place place;
  private int linkDepth;
  private int linkCharacters;

  private PassageReader(Element body) {
    this.body = body;
    this.place = Place.body(body);
  }

  /// The passages of a page, and the place that holds them all.
  record Read(List<Passage> passages, Place body) {}

  static Read read(Element body) {
    PassageReader reader = new PassageReader(body);
    NodeTraversor.filter(reader, body);
    reader.flush();
    return new Read(reader.passages, reader.place);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element) || element == body) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (SKIPPED.contains(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    linkDepth += tag.equals("a") ? 1 : 0;
    if (tag.equals("br")) {
      text.append('\n');
    } else if (BLOCKS.contains(tag)) {
      flush();
      place = place.enter(element, marks.read(element));
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element != body) {
      String tag = element.normalName();
      linkDepth -= tag.equals("a") ? 1 : 0;
      if (BLOCKS.contains(tag)) {
        flush();
        place = place.leave();
      }
    }
    return FilterResult.CONTINUE;
  }

  private void append(String words) {
    text.append(words);
    if (linkDepth > 0) {
      linkCharacters += (int) words.chars().filter(c -> c > ' ').count();
    }
  }

  private void flush() {
    String collapsed = Whitespace.collapse(text);
    if (!collapsed.isEmpty()) {
      Passage passage = Passage.of(collapsed, place, linkCharacters);
      place.add(passage);
      passages.add(passage);
    }
    text.setLength(0);
    linkCharacters = 0;
  }
}
