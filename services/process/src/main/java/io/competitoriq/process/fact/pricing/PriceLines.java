package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Extent;
import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// Cuts a block into its lines: lists of prices are often one paragraph with a line break after
/// each ("Adults: €14.50", "Children: €8").
final class PriceLines {

  private static final int SEVERAL = 2;
  private static final int MOST_WORDS = 16;
  private static final int LONGEST = 10_000;
  private static final Evaluator BREAK = QueryParser.parse("br");

  /// Words between the name of a line and its amount.
  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)[\\s:.–—-]+(?:from|ab|od|à partir de|desde|från|fra|vanaf|da|a partire da|a partir de)\\s*:?\\s*$");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)^(?:[\\s,;|•·.–—-]|/\\s)+(?:(?:and|or|und|oder|et|ou|y|e|en|og|och|i)\\s+)?");

  /// What lists without list elements begin their lines with.
  private static final Pattern BULLET = Pattern.compile("^[-–—•*·●▪✓✔➤►]+\\s*");

  private PriceLines() {}

  /// One piece a line where several lines name an amount of their own, else the piece itself.
  static List<Piece> of(Piece piece, Locale locale) {
    List<Piece> lines = new ArrayList<>();
    @Nullable String group = null;
    for (String line : lines(piece.element())) {
      List<Price> prices = PriceParser.withFormer(line, locale);
      if (!prices.isEmpty() && prices.getFirst().namesAmount()) {
        lines.add(new Piece(piece.first(), piece.last(), line, prices, piece.element(), group));
      } else {
        group = group(line);
      }
    }
    boolean several = lines.size() >= SEVERAL && lines.stream().allMatch(PriceLines::isNamed);
    return several ? lines : pairs(piece, locale);
  }

  /// "Full front (bumper, lights)" above "small $420", "large $520"; what ends with a colon only
  /// sorts the list.
  private static @Nullable String group(String line) {
    String name = line.replaceFirst("\\s*\\([^()]*\\)\\s*$", "");
    boolean names = !line.endsWith(":") && !line.endsWith(".") && PlanNames.isPlausible(name);
    return names ? PlanNames.clean(name) : null;
  }

  /// One piece a pair where a line says several names, each with its amount ("9 holes $11, 18 holes
  /// $16"), else the piece itself.
  static List<Piece> pairs(Piece piece, Locale locale) {
    if (piece.prices().size() < SEVERAL || Texts.words(piece.text()) > 2 * MOST_WORDS) {
      return List.of(piece);
    }
    List<Piece> pairs = new ArrayList<>();
    int from = 0;
    for (Price price : piece.prices()) {
      int end = Math.min(price.end(), piece.text().length());
      String pair =
          from < end ? BETWEEN.matcher(piece.text().substring(from, end)).replaceFirst("") : "";
      List<Price> own = PriceParser.withFormer(pair, locale);
      if (own.size() != 1 || !own.getFirst().namesAmount()) {
        return List.of(piece);
      }
      pairs.add(new Piece(piece.first(), piece.last(), pair, own, piece.element()));
      from = end;
    }
    return pairs.stream().allMatch(PriceLines::isNamed) ? pairs : List.of(piece);
  }

  /// Whether a text is nothing but names, each with its amount.
  static boolean arePairs(String text, Element element, Locale locale) {
    if (Texts.words(text) > 2 * MOST_WORDS) {
      return false;
    }
    List<Price> prices = PriceParser.withFormer(text, locale);
    return prices.size() >= SEVERAL
        && pairs(new Piece(0, 0, text, prices, element), locale).size() >= SEVERAL;
  }

  /// The words before the amount of a line.
  static String label(Piece line) {
    int start = Math.min(line.prices().getFirst().start(), line.text().length());
    String ahead = LEAD.matcher(line.text().substring(0, start)).replaceFirst("");
    return PlanNames.clean(ahead.replaceAll("[\\s:.–—-]+$", ""));
  }

  /// Whether the lines of a block are short enough to be a list of prices.
  static boolean areShort(Element element) {
    List<String> lines = lines(element);
    return lines.size() >= SEVERAL
        && lines.stream().allMatch(line -> Texts.words(line) <= MOST_WORDS);
  }

  private static boolean isNamed(Piece line) {
    int start = Math.min(line.prices().getFirst().start(), line.text().length());
    String name = LEAD.matcher(line.text().substring(0, start)).replaceFirst("");
    return PlanNames.isPlausible(name.replaceAll("[\\s:.–—-]+$", ""));
  }

  private static List<String> lines(Element element) {
    if (Extent.exceeds(element, LONGEST) || element.selectFirst(BREAK) == null) {
      return List.of();
    }
    StringBuilder text = new StringBuilder();
    element.traverse(
        (node, _) -> {
          if (node instanceof TextNode words) {
            text.append(words.getWholeText().replace('\n', ' '));
          } else if (node.normalName().equals("br")) {
            text.append('\n');
          }
        });
    return text.toString()
        .lines()
        .map(Texts::collapse)
        .map(line -> BULLET.matcher(line).replaceFirst(""))
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
