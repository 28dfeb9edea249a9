package io.competitoriq.process.fact.features;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.pricing.PriceParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Reads the lists in the cards of plans. A card is the largest element around a plan's price that
/// holds no other plan's.
final class PlanLists {

  private static final int CLIMB = 8;
  private static final int MOST_WORDS = 14;

  private PlanLists() {}

  /// @param facts of the page, its plans among them
  /// @param plansPage whether the page is about plans; elsewhere two of them have to bear usual
  ///   names, for whatever has a price and a heading looks like a plan
  static List<Included> read(Content content, List<FactDraft> facts, boolean plansPage) {
    Map<String, Element> plans = plans(content, facts);
    long usual = plans.keySet().stream().filter(name -> PlanWords.isPlan(name, Set.of())).count();
    if (!plansPage && usual < 2) {
      return List.of();
    }
    Map<Element, Integer> held = new IdentityHashMap<>();
    plans.values().forEach(element -> climb(element).forEach(e -> held.merge(e, 1, Integer::sum)));
    Map<Element, String> cards = new IdentityHashMap<>();
    if (plans.size() > 1) {
      plans.forEach((plan, element) -> cards.put(card(element, held), plan));
    }
    List<Included> found = new ArrayList<>();
    for (SourcedBlock each : content.sourced()) {
      if (isFeature(each.block())) {
        climb(each.element()).stream()
            .filter(cards::containsKey)
            .findFirst()
            .map(card -> included(cards.getOrDefault(card, ""), each))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Map<String, Element> plans(Content content, List<FactDraft> facts) {
    Map<String, Element> byBlock = new HashMap<>();
    content.sourced().forEach(each -> byBlock.put(each.block().id(), each.element()));
    Map<String, Element> plans = new LinkedHashMap<>();
    for (FactDraft fact : facts) {
      Element element = fact.quote() == null ? null : byBlock.get(fact.quote().blockId());
      if (fact.kind() == FactKind.PLAN && element != null) {
        plans.putIfAbsent(fact.subject(), element);
      }
    }
    return plans;
  }

  private static List<Element> climb(Element from) {
    List<Element> above = new ArrayList<>();
    Element at = from;
    for (int level = 0; level < CLIMB && at != null; level++, at = at.parent()) {
      above.add(at);
    }
    return above;
  }

  private static Element card(Element element, Map<Element, Integer> held) {
    Element card = element;
    for (Element above : climb(element)) {
      if (held.getOrDefault(above, 0) > 1 || above.normalName().equals("body")) {
        return card;
      }
      card = above;
    }
    return card;
  }

  private static boolean isFeature(Block block) {
    return block.region() == Region.MAIN
        && block.kind() == BlockKind.LIST_ITEM
        && Texts.words(block.text()) <= MOST_WORDS
        && block.text().matches(".*\\p{L}{2}.*")
        && !block.text().endsWith("?")
        && !Matrix.NO_FEATURE.matcher(block.text()).matches()
        && PriceParser.findAll(block.text(), Locale.ENGLISH).stream()
            .allMatch(price -> price.currency() == null);
  }

  private static Included included(String plan, SourcedBlock listed) {
    Element element = listed.element();
    Element item = element.closest("li") == null ? element : element.closest("li");
    boolean out =
        Sign.of(item, _ -> false).filter(sign -> sign == Sign.NO).isPresent()
            || item.selectFirst("del, s, strike") != null;
    String feature = listed.block().text().replaceFirst("^[✓✔✗✘×•\\s]+", "");
    return new Included(plan, feature, out ? Cell.NO : Cell.YES, "", Quote.of(listed.block()));
  }
}
