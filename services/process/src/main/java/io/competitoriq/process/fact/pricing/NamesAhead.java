package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Extent;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.fact.pricing.PlanCards.Card;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the name of a plan in the words just before its amount: in the same block, in the term of
/// a definition, or in the length of time that is sold.
final class NamesAhead {

  private static final Pattern BREAK = Pattern.compile("[:–—|-]\\s*$|\\.{2,}\\s*$");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)(?:\\s*[.·…_]){3,}\\s*$|(?<!\\bya)[\\s:–—-]+(?:from|ab|od|from only|starting at|à"
              + " partir de|desde|från|fra|vanaf|da|od)\\s*:?\\s*$");

  /// Of characters between words that pages are indented with.
  private static final int SPACES = 500;

  private final List<SourcedBlock> blocks;
  private final Map<Integer, Piece> pieces;
  private final Neighbours neighbours;

  NamesAhead(List<SourcedBlock> blocks, Map<Integer, Piece> pieces, Neighbours neighbours) {
    this.blocks = blocks;
    this.pieces = pieces;
    this.neighbours = neighbours;
  }

  /// "Basic: $10/month": the name stands before the price in the same block.
  Optional<Card> own(int index, Piece piece) {
    Price price = piece.prices().getFirst();
    int start = Math.min(price.start(), piece.text().length());
    String ahead = piece.text().substring(0, start);
    if (price.role() == Role.FORMER || Wording.endsWithThen(ahead)) {
      return Optional.empty();
    }
    Optional<String> stated = PriceSentences.subject(ahead);
    if (stated.isPresent()) {
      return Optional.of(
          new Card(blocks.get(index).element(), stated.get(), index, new ArrayList<>()));
    }
    String before = PlanNames.clean(LEAD.matcher(ahead).replaceAll(" "));
    before = leading(piece.element(), before);
    if (price.role() == Price.Role.EXTRA) {
      before = before.replaceFirst("\\s*\\+$", "");
    }
    boolean listLine = neighbours.haveMoney(blocks.get(index).element());
    if (listLine ? !PlanNames.isPlausibleHead(before) : !PlanNames.isPlausible(before)) {
      return Optional.empty();
    }
    @Nullable String group = piece.group();
    if (group != null) {
      return Optional.of(
          new Card(blocks.get(index).element(), group, index, new ArrayList<>()).as(before));
    }
    Block block = blocks.get(index).block();
    boolean listed =
        block.kind() == BlockKind.LIST_ITEM
            || block.kind() == BlockKind.HEADING
            || BREAK.matcher(ahead).find()
            || piece.text().length() < block.text().length()
            || neighbours.haveMoney(blocks.get(index).element());
    return listed
        ? Optional.of(new Card(blocks.get(index).element(), before, index, new ArrayList<>()))
        : Optional.empty();
  }

  /// "Hot stone" of "Hot stone 50 min" where each stands in an element of its own.
  private static String leading(Element element, String before) {
    Element first = element.firstElementChild();
    String text =
        first == null || Extent.exceeds(first, 2 * before.length() + SPACES)
            ? ""
            : first.text().strip();
    boolean noted =
        !text.isEmpty()
            && before.length() > text.length()
            && before.startsWith(text)
            && before.substring(text.length()).matches("\\s*[\\d(].*");
    return noted && PlanNames.isPlausible(text) ? text : before;
  }

  /// "Online from £18" in one card and in the next: what every card says is the name of none.
  boolean isRepeated(Piece piece) {
    String label = ahead(piece);
    return !label.isEmpty()
        && pieces.values().stream()
            .anyMatch(
                other ->
                    other != piece
                        && other.element().parent() != piece.element().parent()
                        && ahead(other).equals(label));
  }

  private static String ahead(Piece piece) {
    int start = Math.min(piece.prices().getFirst().start(), piece.text().length());
    return piece.text().substring(0, start).strip().toLowerCase(Locale.ROOT);
  }

  /// `<dt>Consultant</dt><dd>£650 per day</dd>`.
  Optional<Card> defined(int index, Piece piece) {
    boolean described = piece.element().normalName().equals("dd") && index > 0;
    return described
            && blocks.get(index - 1).element().normalName().equals("dt")
            && PlanNames.isPlausible(blocks.get(index - 1).block().text())
        ? Optional.of(card(piece.element(), index - 1))
        : Optional.empty();
  }

  /// Equal elements that take turns, a name and an amount: rows only the style sheet tells.
  Optional<Card> paired(int index, Piece piece) {
    Element amount = piece.element();
    Element name = amount.previousElementSibling();
    boolean pair =
        index > 0
            && name != null
            && !pieces.containsKey(index - 1)
            && blocks.get(index - 1).element() == name
            && name.normalName().equals(amount.normalName())
            && name.className().equals(amount.className())
            && PlanNames.isPlausibleHead(blocks.get(index - 1).block().text());
    return pair && neighbours.takeTurns(amount)
        ? Optional.of(card(amount, index - 1))
        : Optional.empty();
  }

  /// "Weekly $4.99": a page that sells nothing but time names its plans by it.
  Optional<Card> period(int index, Piece piece) {
    int start = Math.min(piece.prices().getFirst().start(), piece.text().length());
    String before = PlanNames.clean(piece.text().substring(0, start));
    if (PlanNames.isPeriod(before)) {
      return Optional.of(new Card(piece.element(), before, index, new ArrayList<>()));
    }
    boolean above =
        index > 0
            && !pieces.containsKey(index - 1)
            && PlanNames.isPeriod(blocks.get(index - 1).block().text());
    return above ? Optional.of(card(piece.element(), index - 1)) : Optional.empty();
  }

  private Card card(Element element, int name) {
    String text = PlanNames.clean(NameText.of(blocks.get(name)));
    return new Card(element, text, name, new ArrayList<>());
  }
}
