package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Undoes where the text of a block runs elements together: `<b>29</b><span
/// class="fraction">99</span>` reads 29.99, `<b>per</b><b>month</b>` "per month".
final class InlineCents {

  private static final Pattern CLASS =
      Pattern.compile("(?i)frac|cent|decimal|(?:^|[\\s_-])dec(?:$|[\\s_-])|minor|pence");
  private static final Pattern WITH_CENTS = Pattern.compile("\\d[.,]\\d{2}$");
  private static final Pattern ENDS_WHOLE = Pattern.compile("(\\d{1,6})\\s*$");

  private static final Pattern ABBREVIATED = Pattern.compile("\\p{L}\\.$");
  private static final Evaluator SMALL = QueryParser.parse("sup, small, span, b, i, em");

  private InlineCents() {}

  /// The block's text, or the same with a point before its cents.
  static String text(SourcedBlock sourced) {
    if (sourced.element().childrenSize() == 0 || sourced.holdsMore()) {
      return sourced.block().text();
    }
    String text = apart(sourced);
    for (Element small : sourced.element().select(SMALL)) {
      String cents = small.text().strip();
      boolean marked = small.normalName().equals("sup") || CLASS.matcher(small.className()).find();
      if (marked && cents.matches("\\d{2}")) {
        Matcher whole = ENDS_WHOLE.matcher(before(small));
        if (whole.find()) {
          return text.replaceFirst(
              Pattern.quote(whole.group(1)) + "\\s?" + cents + "(?!\\d)",
              whole.group(1) + "." + cents);
        }
      }
    }
    return text;
  }

  /// A blank between letters that stand in different elements.
  private static String apart(SourcedBlock sourced) {
    StringBuilder text = new StringBuilder(sourced.block().text());
    int at = 0;
    for (TextNode node : sourced.texts()) {
      String words = Texts.collapse(node.getWholeText());
      int found = words.isEmpty() ? -1 : text.indexOf(words, at);
      if (found < 0) {
        continue;
      }
      boolean joined = found == at && at > 0 && standApart(text.substring(0, at), words);
      if (joined) {
        text.insert(at, ' ');
        found++;
      }
      at = found + words.length();
    }
    return text.toString();
  }

  private static boolean standApart(String before, String after) {
    char last = before.charAt(before.length() - 1);
    char first = after.charAt(0);
    if (Character.isLetter(last)) {
      return Character.isLetterOrDigit(first);
    }
    if (ABBREVIATED.matcher(before).find()) {
      return Character.isDigit(first);
    }
    return Character.isDigit(last)
        && (WITH_CENTS.matcher(before).find() && Character.isDigit(first)
            || Character.getType(first) == Character.CURRENCY_SYMBOL
                && after.length() > 1
                && Character.isDigit(after.charAt(1)));
  }

  private static String before(Element element) {
    Node previous = element.previousSibling();
    while (previous instanceof TextNode blank && blank.isBlank()) {
      previous = previous.previousSibling();
    }
    return switch (previous) {
      case TextNode words -> Texts.collapse(words.getWholeText());
      case Element other -> Texts.collapse(other.text());
      case null, default -> "";
    };
  }
}
