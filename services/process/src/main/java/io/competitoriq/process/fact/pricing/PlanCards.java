package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the card each piece of a page belongs to: the smallest surrounding element that also names
/// a plan, the row of a list, or the part of the page under a heading.
final class PlanCards {

  private static final int CLIMB = 9;
  private static final int MANY = 3;
  private static final int LONGEST_BOX = 160;

  /// The amount and the one in its note.
  private static final int FOOTNOTED = 2;

  private static final Pattern COMPANIES =
      Pattern.compile(
          "(?iu)(?:enterprise|corporate|unternehmen|konzerne?|entreprises?|grands"
              + " comptes|empresas?|aziende|imprese|bedrijven|företag|dla"
              + " firm|korporac\\p{L}*|エンタープライズ)(?:\\s?\\+|\\s\\p{L}+)?");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\s*[*†‡]");

  private final List<SourcedBlock> blocks;
  private final BlockRanges ranges;
  private final Map<Integer, Piece> pieces;
  private final PlanNaming naming;
  private final Neighbours neighbours;
  private final NamesAhead names;
  private final NamesAbove namesAbove;
  private final StepLabels labels;
  private final Locale locale;

  PlanCards(Content content, Map<Integer, Piece> pieces, Locale locale) {
    this.blocks = content.sourced();
    this.ranges = new BlockRanges(blocks);
    this.pieces = pieces;
    this.naming = new PlanNaming(blocks, pieces);
    this.neighbours = new Neighbours(ranges, pieces);
    this.names = new NamesAhead(blocks, pieces, neighbours);
    this.labels = new StepLabels(blocks, ranges, pieces, neighbours);
    this.namesAbove = new NamesAbove(blocks, ranges, neighbours);
    this.locale = locale;
  }

  /// Cards in page order, each with the pieces that belong to it.
  List<Card> read() {
    List<Card> cards = new ArrayList<>();
    pieces.forEach(
        (index, piece) -> {
          if (piece.namesAmount()) {
            PriceLines.of(piece, locale)
                .forEach(line -> card(index, line).ifPresent(card -> add(card, line, cards)));
          }
        });
    pieces.forEach(
        (index, piece) -> {
          if (!piece.namesAmount()) {
            unpriced(index, piece).ifPresent(card -> add(card, piece, cards));
          }
        });
    Set<Integer> names = cards.stream().map(Card::nameIndex).collect(Collectors.toSet());
    cards.removeIf(card -> card.pieces().stream().allMatch(piece -> isName(piece, names)));
    return SeatKinds.grouped(cards, this::around);
  }

  /// The card around labelled amounts, where it begins with a name and others stand beside it.
  private Optional<Card> around(Element labelled) {
    BlockRanges.Range inner = ranges.of(labelled);
    Element at = labelled.parent();
    for (int level = 0; level < MANY && at != null; level++, at = at.parent()) {
      BlockRanges.Range range = ranges.of(at);
      if (neighbours.haveOffers(at) && range.first() < inner.first()) {
        return naming
            .nameIn(new BlockRanges.Range(range.first(), inner.first()), inner.first(), true)
            .filter(name -> name < inner.first())
            .map(name -> card(labelled, name));
      }
    }
    return Optional.empty();
  }

  /// "Free" in a heading is the name of a plan whose price is told below it.
  private static boolean isName(Piece piece, Set<Integer> names) {
    return !piece.namesAmount() && names.contains(piece.first());
  }

  private static void add(Card card, Piece piece, List<Card> cards) {
    Optional<Card> known =
        cards.stream()
            .filter(
                other ->
                    other.element() == card.element()
                        && other.name().equalsIgnoreCase(card.name())
                        && other.nameIndex() == card.nameIndex()
                        && Objects.equals(other.kind(), card.kind()))
            .findFirst();
    if (known.isPresent()) {
      known.get().pieces().add(piece);
    } else {
      card.pieces().add(piece);
      cards.add(card);
    }
  }

  /// Free and on-request plans stand beside priced ones.
  private Optional<Card> unpriced(int index, Piece piece) {
    return names
        .defined(index, piece)
        .or(() -> climb(index, piece))
        .filter(card -> isAlone(card.nameIndex(), index))
        .filter(
            card -> neighbours.standBesidePriced(card.element()) || isForCompanies(card, piece));
  }

  /// Plans for large customers often stand in a part of their own, without an amount beside them.
  private boolean isForCompanies(Card card, Piece piece) {
    return piece.prices().getFirst().contactSales()
        && blocks.get(card.nameIndex()).block().kind() == BlockKind.HEADING
        && COMPANIES.matcher(card.name()).matches()
        && pieces.values().stream().anyMatch(Piece::namesAmount);
  }

  /// Whether no amount stands between a name and what is told of it.
  private boolean isAlone(int name, int index) {
    return pieces.entrySet().stream()
        .noneMatch(
            each ->
                each.getValue().namesAmount()
                    && each.getKey() > Math.min(name, index)
                    && each.getKey() < Math.max(name, index));
  }

  private Optional<Card> card(int index, Piece piece) {
    if (FOOTNOTE.matcher(piece.text()).find()) {
      return climb(index, piece)
          .filter(card -> neighbours.moneyIn(ranges.of(card.element())) <= FOOTNOTED);
    }
    return labels
        .below(index, piece)
        .or(() -> namesAbove.of(piece).map(name -> card(piece.element(), name)))
        .or(() -> ownName(index, piece))
        .or(() -> names.defined(index, piece))
        .or(() -> names.paired(index, piece))
        .or(() -> choice(piece, index))
        .or(() -> climb(index, piece).map(card -> labels.labelled(card, index)))
        .or(() -> names.period(index, piece))
        .or(() -> underHeading(index, piece));
  }

  /// What every card says before its amount ("Online from £18") is the name of none that has a
  /// heading.
  private Optional<Card> ownName(int index, Piece piece) {
    Optional<Card> own = names.own(index, piece);
    return own.isPresent() && (names.isRepeated(piece) || neighbours.askOneEach(piece))
        ? climb(index, piece)
            .filter(this::isHeaded)
            .map(card -> ofKind(card, own.get().name()))
            .or(() -> own)
        : own;
  }

  /// Of several amounts in a card, none for a time, the words before each tell which it is.
  private Card ofKind(Card card, String kind) {
    boolean several = neighbours.askOnce(ranges.of(card.element()));
    return new Card(
        card.element(), card.name(), card.nameIndex(), card.pieces(), several ? kind : null);
  }

  private boolean isHeaded(Card card) {
    return blocks.get(card.nameIndex()).block().kind() == BlockKind.HEADING
        && neighbours.haveMoney(card.element());
  }

  private Optional<Card> climb(int index, Piece piece) {
    Element at = piece.element();
    for (int level = 0; level < CLIMB && at != null && !at.normalName().equals("body"); level++) {
      BlockRanges.Range range = ranges.of(at);
      boolean inGrid = neighbours.haveOffers(at);
      if (!inGrid && neighbours.moneyIn(range) > 1 && headingsIn(range) > 1) {
        return underHeading(index, piece);
      }
      Optional<Integer> name = naming.nameIn(range, index, inGrid);
      if (name.isPresent() && (inGrid || !isWall(range, name.get()))) {
        return Optional.of(card(at, name.get()));
      }
      Optional<String> pictured = inGrid && range.size() > 1 ? Pictures.name(at) : Optional.empty();
      if (pictured.isPresent()) {
        return Optional.of(new Card(at, pictured.get(), index, new ArrayList<>()));
      }
      if (!inGrid && isCrowded(at, range)) {
        return Optional.empty();
      }
      at = at.parent();
    }
    return Optional.empty();
  }

  /// Options to choose from are whole by themselves.
  private Optional<Card> choice(Piece piece, int index) {
    String tag = piece.element().normalName();
    return (tag.equals("label") || tag.equals("button")) && neighbours.haveMoney(piece.element())
        ? names.period(index, piece)
        : Optional.empty();
  }

  /// In a text without cards the heading above an amount names it.
  private Optional<Card> underHeading(int index, Piece piece) {
    for (int i = index - 1; i >= 0 && index - i <= CLIMB; i--) {
      Block above = blocks.get(i).block();
      if (above.kind() == BlockKind.HEADING) {
        boolean names = PlanNames.isPlausible(above.text()) && !pieces.containsKey(i);
        return names ? Optional.of(card(piece.element(), i)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Card card(Element element, int name) {
    String text = PlanNames.clean(NameText.of(blocks.get(name)));
    return new Card(element, text, name, new ArrayList<>());
  }

  /// One name for amounts that have other names nearer to them.
  private boolean isWall(BlockRanges.Range range, int name) {
    return neighbours.moneyIn(range) >= MANY
        && pieces.keySet().stream().filter(range::contains).anyMatch(i -> i < name);
  }

  /// More amounts than one plan has: the wall the cards hang on, or a text.
  private boolean isCrowded(Element element, BlockRanges.Range range) {
    long amounts = neighbours.moneyIn(range);
    return amounts > 2 * MANY || amounts >= MANY && element.text().length() > LONGEST_BOX;
  }

  private long headingsIn(BlockRanges.Range range) {
    return IntStream.rangeClosed(range.first(), range.last())
        .filter(i -> !pieces.containsKey(i))
        .mapToObj(i -> blocks.get(i).block())
        .filter(each -> each.kind() == BlockKind.HEADING && PlanNames.isPlausible(each.text()))
        .count();
  }

  /// The blocks that tell of a card: those inside its element, or those from its name to the next
  /// heading.
  BlockRanges.Range range(Card card) {
    BlockRanges.Range own = ranges.of(neighbours.grown(card.element()));
    if (card.nameIndex() >= own.first() && own.size() > 1) {
      return own;
    }
    int last = own.last();
    while (last + 1 < blocks.size()
        && blocks.get(last + 1).block().kind() != BlockKind.HEADING
        && !pieces.containsKey(last + 1)
        && last - own.last() < CLIMB) {
      last++;
    }
    return new BlockRanges.Range(Math.min(card.nameIndex(), own.first()), last);
  }

  /// @param name of the plan, without badges
  /// @param nameIndex index of the block that names it
  /// @param pieces what is asked, in page order
  /// @param kind which of the plan's amounts it is, where each has a label of its own
  record Card(
      Element element, String name, int nameIndex, List<Piece> pieces, @Nullable String kind) {

    Card(Element element, String name, int nameIndex, List<Piece> pieces) {
      this(element, name, nameIndex, pieces, null);
    }

    Card as(String step) {
      return new Card(element, name, nameIndex, pieces, step);
    }

    /// The same amounts as those of one kind of another card's plan.
    Card of(Card plan) {
      return new Card(element, plan.name(), plan.nameIndex(), pieces, name);
    }
  }
}
