package io.competitoriq.process.fact.pricing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// The currency that an icon shows beside an amount: `<i class="fa fa-dollar"></i>29`.
final class IconSigns {

  private static final Evaluator ICON = QueryParser.parse("i[class], span[class], svg[class]");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:fa|bi|icon|ti|ion|glyphicon|lni|ri|la|uil|currency|mdi)[a-z]*-(?:currency-)?(dollar|usd|euro?|eur|gbp|pound|sterling|rupee|inr|yen|jpy|ruble|rub|won|krw|lira|try)(?:$|[\\s_-])");

  private IconSigns() {}

  /// The sign for the icon that stands in the element or just before it; empty without one.
  static Optional<String> beside(Element element) {
    Element inside = element.selectFirst(ICON);
    while (inside != null && !inside.text().isBlank()) {
      inside = inside.nextElementSibling();
    }
    return Optional.ofNullable(inside)
        .flatMap(IconSigns::sign)
        .or(() -> Optional.ofNullable(before(element)).flatMap(IconSigns::sign));
  }

  private static @Nullable Element before(Element element) {
    Node previous = element.previousSibling();
    while (previous instanceof TextNode blank && blank.isBlank()) {
      previous = previous.previousSibling();
    }
    return previous instanceof Element icon && icon.text().isBlank() ? icon : null;
  }

  private static Optional<String> sign(Element icon) {
    Matcher named = NAMED.matcher(icon.className());
    if (!named.find()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (named.group(1).toLowerCase(Locale.ROOT)) {
          case "dollar", "usd" -> "$";
          case "eur", "euro" -> "€";
          case "gbp", "pound", "sterling" -> "£";
          case "rupee", "inr" -> "₹";
          case "yen", "jpy" -> "¥";
          case "ruble", "rub" -> "₽";
          case "won", "krw" -> "₩";
          default -> "₺";
        });
  }
}
