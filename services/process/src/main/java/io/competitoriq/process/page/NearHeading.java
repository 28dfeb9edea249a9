package io.competitoriq.process.page;

import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// The short texts around a page's first heading: where bylines and dates stand.
final class NearHeading {

  private static final int BEFORE = 4;
  private static final int LONGEST = 160;

  private NearHeading() {}

  /// Texts of elements, the first ones behind the heading and then those just before it; none when
  /// the page has no heading.
  static Stream<String> texts(Document page, int behind) {
    Element heading = page.selectFirst("main h1, article h1, h1");
    if (heading == null) {
      return Stream.empty();
    }
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          private boolean passed;

          @Override
          public FilterResult head(Node node, int depth) {
            if (node == heading) {
              passed = true;
              return FilterResult.SKIP_CHILDREN;
            }
            if (node instanceof TextNode words && words.parent() instanceof Element around) {
              keep(passed ? after : before, words, around);
            }
            return after.size() >= behind ? FilterResult.STOP : FilterResult.CONTINUE;
          }
        },
        page.body());
    return Stream.concat(
        after.stream(),
        before.subList(Math.max(0, before.size() - BEFORE), before.size()).stream());
  }

  private static void keep(List<String> texts, TextNode words, Element around) {
    if (words.isBlank()) {
      return;
    }
    // A byline's name is often a link in it: the words before it alone say nothing.
    String line = Texts.collapse(around.normalName().equals("a") ? words.text() : around.text());
    if (line.length() <= LONGEST && (texts.isEmpty() || !texts.getLast().equals(line))) {
      texts.add(line);
    }
  }
}
