package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// Cuts the blocks of a page into pieces that ask for something. What is worded over several blocks
/// ("$", "39", "99", "Monthly") becomes one piece; paragraphs that only mention money become none.
final class Pieces {

  private static final int LONGEST = 1_000;
  private static final int PRICE_WORDS = 16;
  private static final int TAIL_WORDS = 12;
  private static final int TAILS = 3;
  private static final int MOST = 800;
  private static final int SHORT = 8;
  private static final Pattern SENTENCES = Pattern.compile("\\p{L}{2}[.!?]\\s+\\p{Lu}");
  private static final Pattern SENTENCE =
      Pattern.compile("\\p{Lu}\\p{L}*(?: [\\p{L}’'-]+){2,} \\p{Sc}?\\d.*\\p{L}?[.!]");
  private static final Pattern ENDED = Pattern.compile("^[^\\d\\p{Sc}]{24,}.*\\p{L}[.!。]$");
  private static final Pattern PAID =
      Pattern.compile(
          "(?iu)[\\s(*†]*(?:(?:annually|yearly|monthly|jährlich|monatlich|jaarlijks|maandelijks|rocznie|miesięcznie)"
              + " )?(?:billed|paid|charged|when|if|with|bei|abgerechnet|zahlbar|factur|fakturer|faturad|fatturat|gefactureerd|płatn).*");
  private static final Pattern SIGN = Pattern.compile(Currencies.TOKEN);
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,'’ ]*");
  private static final Pattern REST = Pattern.compile("[.,]\\d{2}\\s?" + Currencies.TOKEN);
  private static final Pattern CENTS = Pattern.compile("[.,]?\\d{2}");
  private static final Pattern CENTS_CLASS =
      Pattern.compile(
          "(?i)frac|cent|decimal|(?:^|[\\s_-])dec(?:$|[\\s_-])|minor|pence|super|sup(?:$|[\\s_-])");
  private static final Pattern WHOLE_AMOUNT =
      Pattern.compile("(?:" + Currencies.TOKEN + ")\\s?\\d[\\d,’' ]*$");

  private static final Evaluator CELL = QueryParser.parse("[role=cell], [role=gridcell]");
  private static final Evaluator ROW = QueryParser.parse("[role=row]");

  private final List<SourcedBlock> blocks;
  private final Locale locale;
  private final Surroundings surroundings;

  private final Set<Element> tables;

  private Pieces(
      List<SourcedBlock> blocks, Locale locale, Surroundings surroundings, Set<Element> tables) {
    this.blocks = blocks;
    this.locale = locale;
    this.surroundings = surroundings;
    this.tables = tables;
  }

  /// @param tables what is read as a table, whose cells are no pieces
  static TreeMap<Integer, Piece> of(
      List<SourcedBlock> blocks, Locale locale, Surroundings surroundings, Set<Element> tables) {
    return new Pieces(blocks, locale, surroundings, tables).cut();
  }

  private TreeMap<Integer, Piece> cut() {
    TreeMap<Integer, Piece> pieces = new TreeMap<>();
    int at = 0;
    while (at < blocks.size() && pieces.size() < MOST) {
      Optional<Piece> piece = mayAsk(at) ? piece(at) : Optional.empty();
      if (piece.isPresent()) {
        pieces.put(at, piece.get());
        at = piece.get().last();
      }
      at++;
    }
    return pieces;
  }

  private boolean mayAsk(int index) {
    Block block = blocks.get(index).block();
    return block.kind() != BlockKind.TABLE_ROW
        && block.text().length() <= LONGEST
        && (isShort(blocks.get(index))
            || PriceLines.arePairs(block.text(), blocks.get(index).element(), locale))
        && !isInTable(blocks.get(index).element())
        && !isInFeatureRow(blocks.get(index).element())
        && !surroundings.areElsewhere(blocks.get(index));
  }

  private static boolean isShort(SourcedBlock sourced) {
    String text = sourced.block().text();
    return Texts.words(text) <= PRICE_WORDS && !isProse(text)
        || PriceLines.areShort(sourced.element());
  }

  private boolean isInTable(Element element) {
    return !tables.isEmpty()
        && (tables.contains(element) || element.parents().stream().anyMatch(tables::contains));
  }

  /// What a cell of a comparison asks belongs to the feature its row names.
  private static boolean isInFeatureRow(Element element) {
    Element cell = element.closest(CELL);
    Element row = cell == null ? null : cell.closest(ROW);
    Element first = row == null ? null : row.firstElementChild();
    return first != null
        && first != cell
        && !PricingTables.PRICE_LABEL.matcher(Texts.collapse(first.text())).find();
  }

  /// Sentences mention money; prices are worded shorter.
  private static boolean isProse(String text) {
    return Texts.words(text) > SHORT
            && (SENTENCES.matcher(text).find() || ENDED.matcher(text).find())
        || SENTENCE.matcher(text).matches();
  }

  private Optional<Piece> piece(int first) {
    Element element = blocks.get(first).element();
    StringBuilder text = new StringBuilder(worded(blocks.get(first)));
    int last = first;
    while (last + 1 < blocks.size() && last - first < TAILS && goesOn(text, last + 1, element)) {
      join(text, last + 1);
      last++;
    }
    List<Price> prices = PriceParser.withFormer(text.toString(), locale);
    if (prices.isEmpty()) {
      return Optional.empty();
    }
    Tails tails = tails(last, prices.getLast(), text.toString());
    boolean led = first > 0 && isNear(blocks.get(first - 1).element(), element);
    List<Price> asked =
        led ? Leads.applied(blocks.get(first - 1).block().text(), tails.prices()) : tails.prices();
    return Optional.of(new Piece(first, tails.last(), tails.text(), asked, element));
  }

  /// A bare number behind an icon of a currency is an amount.
  private static String worded(SourcedBlock sourced) {
    String text = InlineCents.text(sourced);
    return NUMBER.matcher(text).lookingAt() && !sourced.holdsMore()
        ? IconSigns.beside(sourced.element()).map(sign -> sign + text).orElse(text)
        : text;
  }

  /// Whether the next block is the rest of an amount begun in this one.
  private boolean goesOn(CharSequence text, int next, Element first) {
    SourcedBlock sourced = blocks.get(next);
    String more = sourced.block().text();
    if (sourced.block().kind() == BlockKind.TABLE_ROW || !isNear(first, sourced.element())) {
      return false;
    }
    if (SIGN.matcher(text).matches()) {
      return NUMBER.matcher(more).lookingAt();
    }
    if (NUMBER.matcher(text).matches()
        && (SIGN.matcher(more).lookingAt() || REST.matcher(more).lookingAt())) {
      return true;
    }
    return CENTS.matcher(more).matches()
        && (WHOLE_AMOUNT.matcher(text).find() || isNumberBeforeItsSign(text, next))
        && (more.startsWith(".") || more.startsWith(",") || isSmall(sourced.element()));
  }

  /// "19", "90", "€": cents stand between the number and its sign.
  private boolean isNumberBeforeItsSign(CharSequence text, int cents) {
    return NUMBER.matcher(text).matches()
        && cents + 1 < blocks.size()
        && SIGN.matcher(blocks.get(cents + 1).block().text()).lookingAt();
  }

  private static boolean isSmall(Element element) {
    Element parent = element.parent();
    return CENTS_CLASS.matcher(element.className()).find()
        || element.selectFirst("sup, [class*=frac], [class*=cent]") != null
        || parent != null && CENTS_CLASS.matcher(parent.className()).find();
  }

  private void join(StringBuilder text, int next) {
    String more = blocks.get(next).block().text();
    if (REST.matcher(more).lookingAt() && NUMBER.matcher(text).matches()) {
      text.append(more);
      return;
    }
    boolean whole = WHOLE_AMOUNT.matcher(text).find() || isNumberBeforeItsSign(text, next);
    if (CENTS.matcher(more).matches() && whole) {
      text.append(more.startsWith(".") || more.startsWith(",") ? "" : ".");
    } else if (!SIGN.matcher(text).matches()) {
      text.append(' ');
    }
    text.append(more);
  }

  private static boolean isNear(Element first, Element next) {
    Element around = first.parent();
    for (int level = 0; level < 3 && around != null; level++, around = around.parent()) {
      if (around == next || next.parents().contains(around)) {
        return true;
      }
    }
    return first == next;
  }

  /// Blocks just behind an amount that say for how long, for whom and how it is paid.
  private Tails tails(int last, Price price, String text) {
    Tails tails = new Tails(last, text, PriceParser.withFormer(text, locale));
    if (!price.namesAmount()) {
      return tails;
    }
    int begin =
        last + 1 < blocks.size()
                && tail(last + 1).isEmpty()
                && isBesideName(last + 1)
                && standsAround(blocks.get(last).element().parent(), last + 2)
            ? last + 2
            : last + 1;
    for (int next = begin; next < blocks.size() && next < begin + TAILS; next++) {
      String told = tail(next);
      boolean others = TailReach.isOfAnother(blocks.get(next), blocks.get(last).element(), locale);
      if (told.isEmpty() || others) {
        break;
      }
      String longer = tails.text() + " " + told;
      List<Price> again = PriceParser.withFormer(longer, locale);
      if (again.size() != tails.prices().size()) {
        break;
      }
      if (tails.prices().getLast().from() && !again.getLast().from()) {
        List<Price> least = new ArrayList<>(again);
        least.set(least.size() - 1, again.getLast().least());
        again = least;
      }
      boolean says =
          !again.getLast().equals(tails.prices().getLast())
              && told.length() >= blocks.get(next).block().text().length();
      tails = new Tails(says ? next : tails.last(), longer, again);
      if (told.length() < blocks.get(next).block().text().length()) {
        break;
      }
    }
    return tails;
  }

  /// The name of the plan may stand between the amount and its period.
  private boolean isBesideName(int index) {
    String text = blocks.get(index).block().text();
    return index + 1 < blocks.size()
        && Texts.words(text) <= 4
        && Money.findAll(text, locale).isEmpty()
        && PlanNames.isPlausible(text)
        && !tail(index + 1).isEmpty();
  }

  private boolean standsAround(@Nullable Element parent, int index) {
    return parent != null && blocks.get(index).element().parents().contains(parent);
  }

  private String tail(int index) {
    Block block = blocks.get(index).block();
    boolean title =
        block.kind() == BlockKind.HEADING
            && !block.text().startsWith("/")
            && !block.text().startsWith("per ");
    if (block.kind() == BlockKind.TABLE_ROW || title || Texts.words(block.text()) > TAIL_WORDS) {
      return "";
    }
    String text = InlineCents.text(blocks.get(index));
    Matcher tail = PriceTails.START.matcher(text);
    if (!tail.lookingAt()) {
      return "";
    }
    List<Price> own = PriceParser.withFormer(text, locale);
    if (own.isEmpty() && !Money.findAll(text, locale).isEmpty()) {
      return "";
    }
    if (own.isEmpty() || !own.getFirst().namesAmount()) {
      return text;
    }
    String ahead = text.substring(0, own.getFirst().start());
    @Nullable BillingPeriod period = Wording.period(ahead);
    boolean told =
        PAID.matcher(ahead).matches()
            || Texts.words(ahead) > 2
                && (period == BillingPeriod.MONTH || period == BillingPeriod.YEAR);
    return told ? ahead.replaceAll("(?i)[\\s(,–-]*(?:or|oder|ou|o)?\\s*$", "") : "";
  }

  private record Tails(int last, String text, List<Price> prices) {}
}
