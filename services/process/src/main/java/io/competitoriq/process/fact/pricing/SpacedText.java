package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Texts;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// The words of an element, with a blank wherever another element begins or ends.
final class SpacedText {

  private SpacedText() {}

  static String of(Element element) {
    StringBuilder words = new StringBuilder();
    element.traverse(
        (node, _) -> {
          if (node instanceof TextNode text) {
            words.append(' ').append(text.getWholeText());
          }
        });
    return Texts.collapse(words);
  }
}
