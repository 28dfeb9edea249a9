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
  private final Map<Integer, Boolean> actions = new HashMap<>();

  private final Map<Integer, Boolean> bold = new HashMap<>();
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
        .boxed()
        .max(Comparator.comparingDouble((Integer i) -> score(i, range, index, inGrid)))
        .filter(i -> score(i, range, index, inGrid) >= ENOUGH);
  }

  /// The term of a definition names its own description and nothing beyond.
  private boolean isTermOfOther(int i, int index) {
    return blocks.get(i).element().normalName().equals("dt") && i + 1 != index;
  }

  /// In a row that says a name and a price only, the name may be longer.
  private boolean isPlausible(int i, boolean row) {
    String name = NameText.of(blocks.get(i));
    return row ? PlanNames.isPlausibleHead(name) : PlanNames.isPlausible(name);
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
    String text = block.text();
    int words = Texts.words(text);
    double score = 0;
    int level = level(i);
    score += level < 7 ? 4 - level * 0.15 : 0;
    score += isClassed(i, NAME_CLASS, BESIDE) ? 2.5 : 0;
    boolean label = i < index && inGrid && labels.contain(i);
    boolean named = isCalledName(i) || label && isClassed(i, LABEL_CLASS, 2);
    boolean other = isClassed(i, OTHER_CLASS, 2) && !named;
    score -= other ? 2.5 : 0;
    score += label && !other ? 1.5 : 0;
    score += label && isOverName(i) ? 3 : 0;
    score += i < index ? 1 : -0.5;
    score += inGrid && i == range.first() ? 1 : 0;
    score += inGrid && words <= SHORT_NAME ? 0.5 : 0;
    score -= words > LONG_NAME ? 1.5 : 0;
    score -= text.endsWith(".") || text.endsWith("!") || text.contains(", ") && words > 5 ? 2.5 : 0;
    score -= block.kind() == BlockKind.LIST_ITEM && level == 7 && !isWholeItem(i, range) ? 2 : 0;
    score -= actions.computeIfAbsent(i, this::isAction) ? 4 : 0;
    score += bold.computeIfAbsent(i, this::isBold) ? 0.6 : 0;
    return score - Math.abs(index - i) * 0.02;
  }

  /// "Starter" over "A small shop": what is short and stands first is the name, the rest praises.
  private boolean isOverName(int i) {
    boolean name =
        i + 1 < blocks.size()
            && !pieces.containsKey(i + 1)
            && (block(i + 1).kind() == BlockKind.HEADING || isClassed(i + 1, NAME_CLASS, BESIDE));
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
}
