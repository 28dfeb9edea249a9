package io.competitoriq.process.fact.pricing;

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

  private final List<SourcedBlock> blocks;
  private final TreeMap<Integer, Piece> pieces;
  private final Set<Integer> labels = new HashSet<>();

  SiblingLabels(List<SourcedBlock> blocks, Map<Integer, Piece> pieces) {
    this.blocks = blocks;
    this.pieces = new TreeMap<>(pieces);
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      String built = built(blocks.get(i).element());
      if (!built.isEmpty() && !pieces.containsKey(i)) {
        alike.computeIfAbsent(built, _ -> new ArrayList<>()).add(i);
      }
    }
    alike.values().stream().filter(this::tellApart).forEach(labels::addAll);
  }

  /// Whether a block is such a text.
  boolean contain(int block) {
    return labels.contains(block);
  }

  /// How an element is built, by its tag and classes or those of the element it fills.
  private static String built(Element element) {
    Element parent = element.parent();
    boolean own = !element.className().isBlank();
    if (!own && (parent == null || parent.childrenSize() > 1 || parent.className().isBlank())) {
      return "";
    }
    return own ? element.normalName() + " " + element.className() : "in " + parent.className();
  }

  private boolean tellApart(List<Integer> alike) {
    if (alike.size() < FEWEST || alike.size() > MOST) {
      return false;
    }
    Set<String> texts = new HashSet<>();
    for (int k = 0; k < alike.size(); k++) {
      int from = alike.get(k);
      int to = k + 1 < alike.size() ? alike.get(k + 1) : blocks.size();
      String text = PlanNames.clean(blocks.get(from).block().text());
      int offers = pieces.subMap(from, to).size();
      boolean names =
          Texts.words(text) <= MOST_WORDS
              && PlanNames.isPlausible(text)
              && texts.add(text.toLowerCase(Locale.ROOT));
      if (!names || offers == 0 || offers > MOST_OFFERS && to < blocks.size()) {
        return false;
      }
    }
    return true;
  }
}
