package io.competitoriq.process.content;

import java.util.Iterator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// How much an element holds, found out without reading all of it. In damaged pages that of a short
/// text may hold the rest of the page, and who looks through it for every text never ends.
public final class Extent {

  private static final int MANY = 1_000;

  private Extent() {}

  /// Whether an element holds more characters of text, blanks between words counted, or more than a
  /// thousand nodes.
  public static boolean exceeds(Element element, int characters) {
    int length = 0;
    int nodes = 0;
    Iterator<Node> all = element.nodeStream().iterator();
    while (all.hasNext() && length <= characters && nodes <= MANY) {
      nodes++;
      length += all.next() instanceof TextNode words ? words.getWholeText().length() : 0;
    }
    return length > characters || nodes > MANY;
  }
}
