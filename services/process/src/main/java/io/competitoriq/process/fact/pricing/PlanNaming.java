package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Extent;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Finds the block that names the plan a price belongs to: headings and elements classed as names
/// first, then what stands on top of the card, but never what every card of the page says.
final class PlanNaming {

  private static final double ENOUGH = 2;

  private static final Evaluator BUTTON = QueryParser.parse("button, a");
  private static final Evaluator BOLD = QueryParser.parse("strong, b");

  /// Of characters between words that pages are indented with.
  private static final int SPACES = 2_000;

  /// In blocks. No card is larger; in a damaged page one may hold the rest of it.
  private static final int REACH = 100;

  private static final int ROW = 3;
  private static final int BESIDE = 40;
  private static final int SHORT_NAME = 4;
  private static final int LONG_NAME = 6;
  private static final Pattern NAME_CLASS =
      Pattern.compile(
          "(?i)(^|[\\s_-])(name|title|titel|naam|nom|nombre|nome|nazwa|navn|namn|název|titre|título|plan|tier|package|edition|heading|header|qty)($|[\\s_-]|s$)|(?:Name|Title|Heading)\\b");
  private static final Pattern CALLED_NAME =
      Pattern.compile("(?i)(?:^|[_-])(?:name|title|titel|naam|nom|nombre|nome)$");
  private static final Pattern NUMBERED = Pattern.compile("\\d{2,4}(?:/\\d{1,4})?");
  private static final Pattern OTHER_CLASS =
      Pattern.compile(
          "(?i)(^|[\\s_-])(badge|ribbon|tag|pill|desc\\w*|subtitle|subheading|sub|label|flag|btn|button|cta|price\\w*|cost|period|note|feature\\w*|meta|rating|eyebrow|footnote|caption)($|[\\s_-])");

  /// What stands over or beside a name, and is the name where each card has another.
  private static final Pattern LABEL_CLASS =
      Pattern.compile("(?i)(^|[\\s_-])(tag|pill|label|chip|eyebrow|kicker)($|[\\s_-])");

  private static final Pattern BADGE_CLASS =
      Pattern.compile("(?i)badge|ribbon|(?:^|[\\s_-])tag|pill|flag|chip|rounded|desc|sub");

  private final List<SourcedBlock> blocks;
  private final Map<Integer, Piece> pieces;
  private final SiblingLabels labels;

  /// By block: each is a candidate for many prices.
  private final Map<Integer, Look> looks = new HashMap<>();

  private final Map<Integer, Boolean> plausible = new HashMap<>();
  private final Map<Integer, Boolean> plausibleInRow = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  PlanNaming(List<SourcedBlock> blocks, Map<Integer, Piece> pieces) {
    this.blocks = blocks;
    this.pieces = pieces;
    this.labels = new SiblingLabels(blocks, pieces);
    blocks.forEach(each -> uses.merge(folded(each.block().text()), 1, Integer::sum));
  }

  /// @param range the blocks of the element that may be the card
  /// @param index the block with the price
  /// @param inGrid whether elements like it stand beside it, with prices of their own
  Optional<Integer> nameIn(BlockRanges.Range range, int index, boolean inGrid) {
    int first = Math.max(range.first(), index - REACH);
    int last = Math.min(range.last(), index + REACH);
    return IntStream.rangeClosed(first, last)
        .filter(i -> i != index && !pieces.containsKey(i) || isNameLikePiece(i, index))
        .filter(i -> !isTermOfOther(i, index))
        .filter(
            i ->
                block(i).region() != Region.ADVERT
                    && (isPlausible(i, inGrid && range.size() <= ROW) || isNumbered(i)))
        .mapToObj(i -> new Candidate(i, score(i, range, index, inGrid)))
        .max(Comparator.comparingDouble(Candidate::score))
        .filter(best -> best.score() >= ENOUGH)
        .map(Candidate::block);
  }

  /// The term of a definition names its own description and nothing beyond.
  private boolean isTermOfOther(int i, int index) {
    return blocks.get(i).element().normalName().equals("dt") && i + 1 != index;
  }

  /// In a row that says a name and a price only, the name may be longer.
  private boolean isPlausible(int i, boolean row) {
    return row
        ? plausibleInRow.computeIfAbsent(
            i, at -> PlanNames.isPlausibleHead(NameText.of(blocks.get(at))))
        : plausible.computeIfAbsent(i, at -> PlanNames.isPlausible(NameText.of(blocks.get(at))));
  }

  /// Connections are called "100/100", sizes "25".
  private boolean isNumbered(int i) {
    return block(i).kind() == BlockKind.HEADING && NUMBERED.matcher(block(i).text()).matches();
  }

  /// "Free" and "Custom" may name a plan above its price.
  private boolean isNameLikePiece(int i, int index) {
    Piece piece = pieces.get(i);
    return i < index && piece != null && !piece.namesAmount() && Texts.words(block(i).text()) <= 2;
  }

  private double score(int i, BlockRanges.Range range, int index, boolean inGrid) {
    Block block = block(i);
    Look look = look(i);
    String text = block.text();
    double score = 0;
    score += look.level() < 7 ? 4 - look.level() * 0.15 : 0;
    score += look.name() ? 2.5 : 0;
    boolean label = i < index && inGrid && labels.contain(i);
    boolean named = look.calledName() || label && look.label();
    boolean other = look.other() && !named;
    score -= other ? 2.5 : 0;
    score += label && !other ? 1.5 : 0;
    score += label && isOverName(i) ? 3 : 0;
    score += i < index ? 1 : -0.5;
    score += inGrid && i == range.first() ? 1 : 0;
    score += inGrid && look.words() <= SHORT_NAME ? 0.5 : 0;
    score -= look.words() > LONG_NAME ? 1.5 : 0;
    score -=
        text.endsWith(".") || text.endsWith("!") || text.contains(", ") && look.words() > 5
            ? 2.5
            : 0;
    score -=
        block.kind() == BlockKind.LIST_ITEM && look.level() == 7 && !isWholeItem(i, range) ? 2 : 0;
    score -= look.action() ? 4 : 0;
    score += look.bold() ? 0.6 : 0;
    return score - Math.abs(index - i) * 0.02;
  }

  private Look look(int i) {
    Look known = looks.get(i);
    if (known == null) {
      known =
          new Look(
              Texts.words(block(i).text()),
              level(i),
              isClassed(i, NAME_CLASS, BESIDE),
              isCalledName(i),
              isClassed(i, LABEL_CLASS, 2),
              isClassed(i, OTHER_CLASS, 2),
              isAction(i),
              isBold(i));
      looks.put(i, known);
    }
    return known;
  }

  /// "Starter" over "A small shop": what is short and stands first is the name, the rest praises.
  private boolean isOverName(int i) {
    boolean name =
        i + 1 < blocks.size()
            && !pieces.containsKey(i + 1)
            && (block(i + 1).kind() == BlockKind.HEADING || look(i + 1).name());
    return name && !isClassed(i, BADGE_CLASS, 2);
  }

  private boolean isWholeItem(int i, BlockRanges.Range range) {
    return i == range.first();
  }

  private boolean isAction(int i) {
    Element element = blocks.get(i).element();
    Element button = element.closest(BUTTON);
    boolean sameText =
        button != null
            && !Extent.exceeds(button, 2 * block(i).text().length() + SPACES)
            && button.text().strip().length() <= block(i).text().length() + 2;
    boolean link = element.childrenSize() == 1 && element.child(0).normalName().equals("a");
    return (sameText || link) && uses.getOrDefault(folded(block(i).text()), 0) > 1
        || button != null && sameText && button.normalName().equals("button");
  }

  private boolean isBold(int i) {
    Element element = blocks.get(i).element();
    return !blocks.get(i).holdsMore() && element.selectFirst(BOLD) != null
        || element.className().matches(".*(bold|font-semibold).*");
  }

  /// "price-name" is the name of what is priced.
  private boolean isCalledName(int i) {
    return blocks.get(i).element().classNames().stream()
        .anyMatch(each -> CALLED_NAME.matcher(each).find());
  }

  /// @param beside how many characters else the parent may hold for its class to count
  private boolean isClassed(int i, Pattern words, int beside) {
    Element element = SiblingLabels.inner(blocks.get(i));
    Element parent = element.parent();
    boolean byParent =
        parent != null
            && parent.childrenSize() <= 2
            && words.matcher(parent.className()).find()
            && !Extent.exceeds(parent, 2 * block(i).text().length() + SPACES)
            && parent.text().length() <= block(i).text().length() + beside;
    boolean byChild =
        element.childrenSize() == 1
            && element.ownText().isBlank()
            && words.matcher(element.child(0).className()).find();
    boolean own =
        words.matcher(element.className()).find()
            && (beside >= BESIDE || !Extent.exceeds(element, block(i).text().length() + SPACES))
            && (beside >= BESIDE || element.text().length() <= block(i).text().length() + beside);
    return own || byParent || byChild;
  }

  private int level(int index) {
    int looked = 0;
    for (Element at = blocks.get(index).element(); at != null && looked++ < 3; at = at.parent()) {
      if (at.normalName().matches("h[1-6]")) {
        return at.normalName().charAt(1) - '0';
      }
    }
    return block(index).kind() == BlockKind.HEADING ? 4 : 7;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  private Block block(int index) {
    return blocks.get(index).block();
  }

  /// @param score how likely the block names the plan
  private record Candidate(int block, double score) {}

  /// What is true of a block whatever price it may belong to.
  ///
  /// @param level 1 to 6 of a heading, 7 of what is none
  /// @param name whether it is classed as a name, `label` as a label, `other` as neither
  private record Look(
      int words,
      int level,
      boolean name,
      boolean calledName,
      boolean label,
      boolean other,
      boolean action,
      boolean bold) {}
}
