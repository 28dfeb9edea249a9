package io.competitoriq.crawl.fetch;

import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.impl.HtmlAttributes;
import nu.validator.htmlparser.impl.Tokenizer;
import nu.validator.htmlparser.impl.TreeBuilder;
import nu.validator.htmlparser.impl.UTF16Buffer;
import org.xml.sax.SAXException;

/// Reads a page as browsers do (WHATWG HTML, by the parser that Firefox's was made from) and tells
/// a `Sight` what it comes across. No tree is built: the parser is answered with places instead of
/// nodes, and moves of nodes are ignored.
///
/// A page that is made to cost time (nested without end, formatting opened again and again, tags
/// with thousands of attributes) is given up.
final class Markup extends TreeBuilder<Place> {
  private static final int DEEPEST = 512;
  private static final int STRETCH = 4096;
  private static final int LONGEST_REFERENCE = 40;

  /// Between two things worth telling. A picture written into an attribute has some, too.
  private static final int MOST_SEPARATORS = 20_000;

  private final Sight sight;
  private final int mostElements;
  private final StringBuilder text = new StringBuilder();
  private Place textPlace = Place.PLAIN;
  private int elements;
  private int depth;
  private boolean told;

  private Markup(Sight sight, int length) {
    this.sight = sight;
    this.mostElements = 1000 + length / 2;
    setNamePolicy(XmlViolationPolicy.ALLOW);
    setScriptingEnabled(true);
  }

  /// Whether the page was read to its end.
  static boolean read(String html, Sight sight) {
    try {
      tokenize(html, new Markup(sight, html.length()));
      return true;
    } catch (SAXException tangled) {
      return false;
    }
  }

  private static void tokenize(String html, Markup markup) throws SAXException {
    Tokenizer tokenizer = new Tokenizer(markup);
    tokenizer.setCommentPolicy(XmlViolationPolicy.ALLOW);
    tokenizer.setContentNonXmlCharPolicy(XmlViolationPolicy.ALLOW);
    tokenizer.setContentSpacePolicy(XmlViolationPolicy.ALLOW);
    tokenizer.setNamePolicy(XmlViolationPolicy.ALLOW);
    tokenizer.setXmlnsPolicy(XmlViolationPolicy.ALLOW);
    tokenizer.start();
    char[] stretch = new char[Math.min(STRETCH, html.length())];
    boolean afterReturn = false;
    int separators = 0;
    int length;
    for (int from = 0; from < html.length(); from += length) {
      length = Math.min(stretch.length, html.length() - from);
      html.getChars(from, from + length, stretch, 0);
      if (from + length < html.length()) {
        length = beforeReference(stretch, length);
      }
      markup.told = false;
      afterReturn = feed(tokenizer, new UTF16Buffer(stretch, 0, length), afterReturn);
      separators = markup.told ? 0 : separators + separators(stretch, length);
      if (separators > MOST_SEPARATORS) {
        throw new Tangled();
      }
    }
    tokenizer.eof();
    tokenizer.end();
  }

  /// The parser loses letters of a character reference (`&hotel`) that is cut in two.
  private static int beforeReference(char[] text, int length) {
    for (int end = length - 1; end > length - LONGEST_REFERENCE; end--) {
      if (text[end] == '&') {
        return end;
      }
    }
    return length;
  }

  private static boolean feed(Tokenizer tokenizer, UTF16Buffer buffer, boolean afterReturn)
      throws SAXException {
    boolean returned = afterReturn;
    while (buffer.hasMore()) {
      buffer.adjust(returned);
      returned = buffer.hasMore() && tokenizer.tokenizeBuffer(buffer);
    }
    return returned;
  }

  private static int separators(char[] text, int length) {
    int separators = 0;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      separators += c <= ' ' || c == '/' || c == '"' || c == '\'' ? 1 : 0;
    }
    return separators;
  }

  private Place enter(String name, HtmlAttributes attributes, Place place) throws SAXException {
    endText();
    if (++elements > mostElements) {
      throw new Tangled();
    }
    return sight.element(name, attribute -> value(attributes, attribute), place);
  }

  private static String value(HtmlAttributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  @Override
  protected Place createHtmlElementSetAsRoot(HtmlAttributes attributes) {
    return Place.PLAIN;
  }

  @Override
  protected Place createElement(
      String namespace, String name, HtmlAttributes attributes, Place parent) throws SAXException {
    return enter(name, attributes, parent);
  }

  @Override
  protected Place createAndInsertFosterParentedElement(
      String namespace, String name, HtmlAttributes attributes, Place table, Place above)
      throws SAXException {
    return enter(name, attributes, above);
  }

  @Override
  protected void appendCharacters(Place place, char[] letters, int from, int length) {
    if (place != textPlace) {
      endText();
      textPlace = place;
    }
    told = true;
    if (sight.wants(place)) {
      text.append(letters, from, length);
    }
  }

  /// Text comes in pieces; it ends with a tag or a comment.
  private void endText() {
    told = true;
    if (!text.isEmpty()) {
      sight.text(textPlace, text);
      text.setLength(0);
    }
  }

  @Override
  protected void insertFosterParentedCharacters(
      char[] letters, int from, int length, Place table, Place above) {
    appendCharacters(above, letters, from, length);
  }

  @Override
  protected void elementPushed(String namespace, String name, Place place) throws SAXException {
    if (++depth > DEEPEST) {
      throw new Tangled();
    }
  }

  @Override
  protected void elementPopped(String namespace, String name, Place place) {
    endText();
    depth--;
  }

  @Override
  protected boolean hasChildren(Place place) {
    return false;
  }

  @Override
  protected void detachFromParent(Place place) {}

  @Override
  protected void appendElement(Place child, Place parent) {}

  @Override
  protected void appendChildrenToNewParent(Place from, Place to) {}

  @Override
  protected void insertFosterParentedChild(Place child, Place table, Place above) {}

  @Override
  protected void appendComment(Place place, char[] comment, int from, int length) {
    endText();
  }

  @Override
  protected void appendCommentToDocument(char[] comment, int from, int length) {}

  @Override
  protected void addAttributesToElement(Place place, HtmlAttributes attributes) {}

  /// The page is not worth reading on.
  private static final class Tangled extends SAXException {
    private static final long serialVersionUID = 1;
  }
}
