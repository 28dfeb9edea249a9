package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Reads tables whose head holds a small card in each cell: the plan's name with its price below.
final class HeadCells {

  private static final int SEVERAL = 2;

  private HeadCells() {}

  static boolean namePlans(Row header, Locale locale) {
    return header.element().children().stream()
            .filter(
                cell -> plan(cell, locale).filter(each -> each.price().namesAmount()).isPresent())
            .count()
        >= SEVERAL;
  }

  static List<PlanPrice> plans(Row header, Content content, Locale locale) {
    List<PlanPrice> plans = new ArrayList<>();
    for (Element cell : header.element().children()) {
      plan(cell, locale)
          .map(
              each ->
                  new PlanPrice(
                      each.name(), each.price(), each.words(), quote(header, each, content)))
          .ifPresent(plans::add);
    }
    return plans;
  }

  private static Quote quote(Row header, Named named, Content content) {
    String text = header.block().text();
    int name = text.indexOf(named.name());
    int words = name < 0 ? -1 : text.indexOf(named.words(), name);
    if (words < 0) {
      return Quote.of(header.block());
    }
    int start = header.block().start() + name;
    int end = header.block().start() + words + named.words().length();
    return new Quote(header.block().id(), content.text().substring(start, end), start, end);
  }

  private static Optional<Named> plan(Element cell, Locale locale) {
    String text = SpacedText.of(cell);
    for (Element part : cell.getAllElements()) {
      String name = PlanNames.clean(part.ownText());
      if (!name.isEmpty()
          && PlanNames.isPlausible(name)
          && text.startsWith(part.ownText().strip())) {
        String rest = text.substring(part.ownText().strip().length()).strip();
        return price(cell, part, rest, locale)
            .map(price -> new Named(name, price, words(rest, price)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Price> price(Element cell, Element name, String rest, Locale locale) {
    Optional<Price> named = PriceParser.parse(rest, locale);
    if (named.isPresent()) {
      return named;
    }
    return cell.getAllElements().stream()
        .filter(part -> part != cell && part != name)
        .flatMap(part -> PriceParser.parse(Texts.collapse(part.text()), locale).stream())
        .findFirst();
  }

  private static String words(String rest, Price price) {
    return rest.substring(
        Math.min(price.start(), rest.length()), Math.min(price.end(), rest.length()));
  }

  private record Named(String name, Price price, String words) {}
}
