package io.competitoriq.process.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// Second look at the regions, by what the blocks say: labelled adverts and quoted customers are
/// recognised whatever their class, and a block that names a price is always main content.
final class RegionRefiner {

  private static final Evaluator ARTICLE = QueryParser.parse("article");
  private static final Evaluator LINK = QueryParser.parse("a");
  private static final int CARD_BLOCKS = 5;
  private static final int OFFER_WORDS = 14;
  private static final int LONGEST_OFFER = 200;
  private static final Pattern ADVERT_LABEL =
      Pattern.compile(
          "(?i)^(advertisements?|sponsored(?: content| by .{1,40})?|ad|ads|anzeige|werbung|publicité|promoted)[.:]?$");
  private static final Pattern ADVERT_LINE =
      Pattern.compile("(?i)^(advertisement|sponsored|ad|anzeige|promoted)\\s*[:·|—–-]\\s.+");
  private static final Pattern QUOTED =
      Pattern.compile("^[“\"„«].{20,600}[”\"“»][.,]?(?:\\s*[-–—~]?\\s*.{0,90})?$");

  private final List<RawBlock> blocks;
  private final Predicate<String> asksForMoney;

  private RegionRefiner(List<RawBlock> blocks, Predicate<String> asksForMoney) {
    this.blocks = new ArrayList<>(blocks);
    this.asksForMoney = asksForMoney;
  }

  static List<RawBlock> refine(List<RawBlock> blocks, Predicate<String> asksForMoney) {
    RegionRefiner refiner = new RegionRefiner(blocks, asksForMoney);
    refiner.markLabelled();
    refiner.rescueOffers();
    return refiner.blocks;
  }

  private void markLabelled() {
    Map<Element, Integer> sizes = sizes();
    Map<Element, Region> cards = new HashMap<>();
    for (RawBlock block : blocks) {
      Region region = speaksForCard(block) ? labelled(block) : null;
      Element card = card(block.element(), sizes);
      if (region != null && card != null && sizes.getOrDefault(card, 0) <= CARD_BLOCKS) {
        cards.put(card, region);
      }
    }
    blocks.replaceAll(block -> marked(block, cards));
  }

  /// A line that holds label and advert, and an advert that is one by its class, end with
  /// themselves.
  private static boolean speaksForCard(RawBlock block) {
    return block.region() != Region.ADVERT && !ADVERT_LINE.matcher(block.text()).matches();
  }

  /// The element a label speaks for: the one whose own text it is, or the one around it; never the
  /// page's main parts.
  private static @Nullable Element card(Element labelled, Map<Element, Integer> sizes) {
    Element card = sizes.getOrDefault(labelled, 0) > 1 ? labelled : labelled.parent();
    return card == null || Set.of("body", "main", "article").contains(card.normalName())
        ? null
        : card;
  }

  private RawBlock marked(RawBlock block, Map<Element, Region> cards) {
    if (block.region() != Region.MAIN || block.kind() == BlockKind.TABLE_ROW) {
      return block;
    }
    Region own = labelled(block);
    if (own != null) {
      return block.in(own);
    }
    Element card = block.element();
    for (int level = 0; level < 2 && card != null; level++, card = card.parent()) {
      Region region = cards.get(card);
      if (region != null) {
        return block.in(region);
      }
    }
    return block;
  }

  private static @Nullable Region labelled(RawBlock block) {
    String text = block.text();
    if (ADVERT_LABEL.matcher(text).matches() || ADVERT_LINE.matcher(text).matches()) {
      return Region.ADVERT;
    }
    boolean quoted =
        block.kind() != BlockKind.CODE
            && QUOTED.matcher(text).matches()
            && block.element().closest(ARTICLE) == null;
    return quoted || block.region() == Region.TESTIMONIAL ? Region.TESTIMONIAL : null;
  }

  /// How many blocks each of the elements just above a block holds.
  private Map<Element, Integer> sizes() {
    Map<Element, Integer> sizes = new HashMap<>();
    for (RawBlock block : blocks) {
      Set<Element> above = new HashSet<>();
      Element element = block.element();
      for (int level = 0; level < 4 && element != null; level++, element = element.parent()) {
        above.add(element);
      }
      above.forEach(each -> sizes.merge(each, 1, Integer::sum));
    }
    return sizes;
  }

  private void rescueOffers() {
    blocks.replaceAll(
        block -> {
          boolean offer = asks(block);
          RawBlock typed =
              offer && block.kind() == BlockKind.PARAGRAPH ? block.as(BlockKind.PRICE) : block;
          return offer && mayBeRescued(block) ? typed.in(Region.MAIN) : typed;
        });
  }

  private static boolean mayBeRescued(RawBlock block) {
    return switch (block.region()) {
      case ADVERT, OVERLAY, STATED, MAIN -> false;
      // The price in a teaser is the teaser's.
      case RELATED, NAVIGATION, FOOTER -> !isLinked(block.element());
      case TESTIMONIAL, ASIDE -> true;
    };
  }

  private static boolean isLinked(Element element) {
    return element.closest(LINK) != null || element.selectFirst(LINK) != null;
  }

  private boolean asks(RawBlock block) {
    // The length first: a block may be a megabyte.
    return block.text().length() < LONGEST_OFFER
        && (block.kind() == BlockKind.TABLE_ROW || Texts.words(block.text()) <= OFFER_WORDS)
        && asksForMoney.test(block.text());
  }
}
