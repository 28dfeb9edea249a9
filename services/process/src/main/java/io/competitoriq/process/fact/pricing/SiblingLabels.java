package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Extent;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/// Short texts built alike that alternate with offers and never repeat: whatever their class is
/// called, each of them tells one card from the next, as badges and promises do not.
final class SiblingLabels {

  private static final int FEWEST = 2;
  private static final int MOST = 12;
  private static final int MOST_WORDS = 5;
  private static final int MOST_OFFERS = 4;
  private static final int MOST_CHILDREN = 40;
  private static final Set<String> INLINE =
      Set.of("span", "a", "b", "strong", "em", "i", "small", "label", "mark", "sup");

  /// Of characters between words that pages are indented with.
  private static final int SPACES = 500;

  private final List<SourcedBlock> blocks;
  private final TreeMap<Integer, Piece> pieces;
  private final Set<Integer> labels = new HashSet<>();

  SiblingLabels(List<SourcedBlock> blocks, Map<Integer, Piece> pieces) {
    this.blocks = blocks;
    this.pieces = new TreeMap<>(pieces);
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      String built = built(inner(blocks.get(i)));
      if (!built.isEmpty() && !pieces.containsKey(i)) {
        alike.computeIfAbsent(built, _ -> new ArrayList<>()).add(i);
      }
    }
    alike.values().forEach(this::keep);
  }

  /// Whether a block is such a text.
  boolean contain(int block) {
    return labels.contains(block);
  }

  /// The element that holds a block's words and nothing else, where they are a run of words beside
  /// other elements; else the block's own.
  static Element inner(SourcedBlock sourced) {
    Element element = sourced.element();
    String words = sourced.block().text();
    if (element.childrenSize() == 0
        || element.childrenSize() > MOST_CHILDREN
        || !Extent.exceeds(element, words.length() + SPACES)
            && Texts.collapse(element.text()).equals(words)) {
      return element;
    }
    return element.children().stream()
        .filter(child -> INLINE.contains(child.normalName()))
        .filter(child -> !Extent.exceeds(child, 2 * words.length() + SPACES))
        .filter(child -> Texts.collapse(child.text()).equals(words))
        .findFirst()
        .orElse(element);
  }

  /// How an element is built, by its tag and classes or those of the element it fills.
  private static String built(Element element) {
    if (!element.className().isBlank()) {
      return element.normalName() + " " + element.className();
    }
    Element parent = element.parent();
    boolean fills = parent != null && parent.childrenSize() == 1 && !parent.className().isBlank();
    return parent != null && fills ? "in " + parent.className() : "";
  }

  private void keep(List<Integer> alike) {
    List<Integer> told = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (int k = 0; k < alike.size(); k++) {
      int from = alike.get(k);
      int to = k + 1 < alike.size() ? alike.get(k + 1) : blocks.size();
      int offers = pieces.subMap(from, to).size();
      if (offers > 0) {
        String text = PlanNames.clean(blocks.get(from).block().text());
        boolean names =
            Texts.words(text) <= MOST_WORDS
                && PlanNames.isPlausible(text)
                && texts.add(text.toLowerCase(Locale.ROOT))
                && (offers <= MOST_OFFERS || to == blocks.size());
        if (!names) {
          return;
        }
        told.add(from);
      }
    }
    if (told.size() >= FEWEST && told.size() <= MOST) {
      labels.addAll(told);
    }
  }
}
