package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a sentence asks ("Plans start at $9 a month"), where the part of the page under its
/// heading asks nothing in a shorter form. Sentences mention money for many reasons, so the words
/// before an amount have to ask for it.
final class PriceSentences {

  private static final int MOST_WORDS = 60;
  private static final int SHORT = 9;
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern ASKS =
      Pattern.compile(
          "\\b(?:start(?:s|ing|en)?(?: at| from| vanaf)|beginnen (?:bei|ab|vanaf)|begins?"
              + " at|from|costs?|pric(?:e is|es? are|ed at)|is|are|pays?|only|for"
              + " just|for|at|membership|kostet|kosten|beträgt|für|zahlen|ab|coûtent?|est de|à"
              + " partir de|dès|pour|à|cuestan?|desde|por|cuesta|precio es(?: de)?|custam?|a partir"
              + " de|costano?|a partire da|da|prezzo è(?:"
              + " di)?|kost(?:en|ar|er)?|vanaf|voor|bedraagt|från|för|fra|kosztuje|od|stojí)"
              + "\\s*(?:only|just|nur|seulement|solo|slechts|bara|tylko|von|de|di)?\\s*$",
          FLAGS);
  private static final Pattern COSTS =
      Pattern.compile(
          "\\b(?:costs?|priced at|price is|is available"
              + " for|kostet|kosten|koster|kostar|kost|coûtent?|cuestan?|custam?|costano?|kosztuje|stojí|maksaa)\\s*(?:only|just|nur|seulement|solo|slechts|bara|tylko|kun|från|fra|from|ab|od|desde)?\\s*$",
          FLAGS);
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:(?:an?|the|our|ein|eine|der|die|das|une?|la|le|el|un[ao]?|il|de|het|een|en|et)"
              + " )?([^,.;:!?]{3,60}?)\\s+(?:is|are|starts? at|start from|begins? at|starten"
              + " (?:vanaf|bei|ab)|beginnen (?:vanaf|bei|ab)|commencent à|empiezan en|partono"
              + " da|zaczyna(?:ją)? się"
              + " od|costs?|kostet|kosten|beträgt|koster|kostar|kost|er|är|coûtent?|cuestan?|custam?|costano?|kosztuje|stojí|maksaa)\\s*(?:only|just|nur|from|ab|nå|now)?\\s*",
          FLAGS);
  private static final Pattern UP_TO =
      Pattern.compile("\\b(?:up to|bis zu|jusqu[’']à|hasta|fino a|tot|upp till|do)\\s*$", FLAGS);

  private PriceSentences() {}

  /// Adds a piece for each sentence that asks something nothing else near it asks.
  static void add(
      List<SourcedBlock> blocks,
      Locale locale,
      Surroundings surroundings,
      TreeMap<Integer, Piece> pieces) {
    Map<Integer, Piece> found = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (!pieces.containsKey(i) && isSentence(blocks.get(i).block())) {
        boolean alone = !asksNear(blocks, i, pieces) && !surroundings.areElsewhere(blocks.get(i));
        if (alone) {
          int at = i;
          piece(blocks.get(i), i, locale).ifPresent(piece -> found.put(at, piece));
        }
      }
    }
    pieces.putAll(found);
  }

  private static boolean isSentence(Block block) {
    return block.kind() != BlockKind.TABLE_ROW
        && block.kind() != BlockKind.HEADING
        && !block.path().isEmpty()
        && Texts.words(block.text()) <= MOST_WORDS;
  }

  private static boolean asksNear(
      List<SourcedBlock> blocks, int index, TreeMap<Integer, Piece> pieces) {
    List<String> path = blocks.get(index).block().path();
    return pieces.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().namesAmount()
                    && blocks.get(each.getKey()).block().path().equals(path));
  }

  /// "Annual membership is $90": what a sentence that only states a price is about.
  static Optional<String> subject(String ahead) {
    Matcher subject = SUBJECT.matcher(ahead);
    return subject.matches()
        ? Optional.of(PlanNames.clean(subject.group(1))).filter(PlanNames::isPlausible)
        : Optional.empty();
  }

  private static Optional<Piece> piece(SourcedBlock sourced, int index, Locale locale) {
    String text = sourced.block().text();
    List<Price> asked =
        PriceParser.withFormer(text, locale).stream()
            .filter(price -> asks(price, text))
            .map(price -> ranged(price, text, locale))
            .toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Piece(index, index, text, asked, sourced.element()));
  }

  private static boolean asks(Price price, String text) {
    return price.namesAmount()
        && price.role() == Role.ASKED
        && (price.period() == BillingPeriod.MONTH
            || price.period() == BillingPeriod.YEAR
            || price.unit() != null
            || COSTS.matcher(text.substring(0, price.start())).find()
            || subject(text.substring(0, price.start())).isPresent()
            || price.from() && Texts.words(text) <= SHORT)
        && ASKS.matcher(text.substring(0, price.start())).find();
  }

  /// "from €640 and go up to €2,900" names both ends.
  private static Price ranged(Price price, String text, Locale locale) {
    if (!price.from() || price.upToMinor() != null) {
      return price;
    }
    return Money.findAll(text, locale).stream()
        .filter(sum -> sum.start() > price.start())
        .filter(sum -> UP_TO.matcher(text.substring(0, sum.start())).find())
        .filter(sum -> sum.currency().equals(price.currency()) && sum.minor() != null)
        .findFirst()
        .map(sum -> price.upTo(sum.minor()))
        .orElse(price);
  }
}
