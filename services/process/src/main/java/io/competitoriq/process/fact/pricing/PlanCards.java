package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads plans that are laid out as cards: a name, a price and what is in it. For each price the
/// smallest surrounding element that also names a plan is the card.
final class PlanCards {

  private static final int PRICE_WORDS = 14;
  private static final int PERIOD_WORDS = 12;
  private static final int CLIMB = 8;

  private final Content content;
  private final List<SourcedBlock> blocks;
  private final BlockRanges ranges;
  private final Map<Integer, List<Price>> priced = new TreeMap<>();
  private final PlanNaming naming;

  private PlanCards(Content content, Locale locale) {
    this.content = content;
    this.blocks = content.sourced();
    this.ranges = new BlockRanges(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i).block();
      if (mayCarryPrice(block)) {
        List<Price> prices = PriceParser.findAll(block.text(), locale);
        if (!prices.isEmpty()) {
          priced.put(i, prices);
        }
      }
    }
    this.naming = new PlanNaming(blocks, priced);
  }

  static List<PlanPrice> read(Content content, Locale locale) {
    return new PlanCards(content, locale).plans();
  }

  private static boolean mayCarryPrice(Block block) {
    return block.region() == Region.MAIN
        && block.kind() != BlockKind.CODE
        && block.kind() != BlockKind.TABLE_ROW
        && Texts.words(block.text()) <= PRICE_WORDS;
  }

  private List<PlanPrice> plans() {
    List<PlanPrice> plans = new ArrayList<>();
    priced.forEach(
        (index, prices) -> {
          for (Price price : prices) {
            if (price.currency() != null) {
              card(index).map(card -> plan(card, index, price)).ifPresent(plans::add);
            }
          }
        });
    priced.forEach(
        (index, prices) -> {
          if (prices.getFirst().currency() == null) {
            card(index)
                .filter(card -> isBesidePricedCard(card.element()) && !holdsMoney(card.element()))
                .map(card -> plan(card, index, prices.getFirst()))
                .ifPresent(plans::add);
          }
        });
    return plans;
  }

  private Optional<Card> card(int index) {
    Block own = blocks.get(index).block();
    Price price = priced.getOrDefault(index, List.of()).getFirst();
    String before = PlanNames.clean(own.text().substring(0, price.start()));
    if (price.currency() != null && PlanNames.isPlausible(before)) {
      return Optional.of(new Card(blocks.get(index).element(), before, index));
    }
    Element at = blocks.get(index).element();
    for (int level = 0; level < CLIMB && at != null && !at.normalName().equals("body"); level++) {
      BlockRanges.Range range = ranges.of(at);
      Element element = at;
      Optional<Integer> name = naming.nameIn(range, index, isBesidePricedCard(element));
      if (name.isPresent()) {
        String text = PlanNames.clean(blocks.get(name.get()).block().text());
        return Optional.of(new Card(element, text, name.get()));
      }
      if (naming.isAmbiguous(range)) {
        return Optional.empty();
      }
      at = at.parent();
    }
    return Optional.empty();
  }

  private boolean holdsMoney(Element card) {
    BlockRanges.Range range = ranges.of(card);
    return priced.entrySet().stream()
        .anyMatch(e -> range.contains(e.getKey()) && e.getValue().getFirst().currency() != null);
  }

  private boolean isBesidePricedCard(Element card) {
    Element parent = card.parent();
    return parent != null
        && parent.children().stream()
            .anyMatch(
                other ->
                    other != card
                        && other.normalName().equals(card.normalName())
                        && holdsMoney(other));
  }

  private PlanPrice plan(Card card, int index, Price price) {
    Block value = blocks.get(index).block();
    Period told = price.period() != null ? billing(card, index, price) : period(card, index);
    Block last = blocks.get(told.index()).block();
    Block name = blocks.get(card.nameIndex()).block();
    Quote quote = Quote.spanning(content.text(), name, value);
    String words =
        value.text().substring(price.start(), Math.min(price.end(), value.end() - value.start()));
    if (told.index() > index && last.end() - quote.start() <= 300) {
      quote =
          new Quote(
              value.id(),
              content.text().substring(quote.start(), Math.max(quote.end(), last.end())),
              quote.start(),
              Math.max(quote.end(), last.end()));
      words = words + " " + last.text();
    }
    return new PlanPrice(
        card.name(), price.with(told.period(), told.billedYearly()), words.strip(), quote);
  }

  /// The period stands in a block of its own just after the price, or just before it.
  private Period period(Card card, int index) {
    BlockRanges.Range range = ranges.of(card.element());
    for (int near : new int[] {index + 1, index + 2, index - 1}) {
      if (range.contains(near) && near < blocks.size() && !priced.containsKey(near)) {
        Block block = blocks.get(near).block();
        Optional<BillingPeriod> told =
            Texts.words(block.text()) <= PERIOD_WORDS
                ? PriceParser.period(block.text())
                : Optional.empty();
        if (told.isPresent()) {
          return new Period(told.get(), YearlyBilling.isTold("", block.text()), near);
        }
      }
    }
    return new Period(null, false, index);
  }

  /// How often a price with a period is paid may stand in the block just after it.
  private Period billing(Card card, int index, Price price) {
    int next = index + 1;
    boolean told =
        !price.billedYearly()
            && next < blocks.size()
            && ranges.of(card.element()).contains(next)
            && !priced.containsKey(next)
            && Texts.words(blocks.get(next).block().text()) <= PERIOD_WORDS
            && YearlyBilling.isRemark(blocks.get(next).block().text());
    return new Period(price.period(), price.billedYearly() || told, told ? next : index);
  }

  private record Card(Element element, String name, int nameIndex) {}

  private record Period(@Nullable BillingPeriod period, boolean billedYearly, int index) {}
}
