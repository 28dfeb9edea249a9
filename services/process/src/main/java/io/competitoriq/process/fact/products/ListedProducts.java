package io.competitoriq.process.fact.products;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.fact.pricing.Price;
import io.competitoriq.process.fact.pricing.PriceParser;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Products in the cards of a shop's list: several elements of the same shape, each with a link to
/// one page and a price.
final class ListedProducts {

  private static final int CLIMB = 7;
  private static final int PRICE_WORDS = 8;
  private static final int NAME_WORDS = 20;
  private static final int FEWEST = 3;
  private static final int MOST_ADDRESSES = 3;

  private final List<SourcedBlock> blocks;
  private final Map<Element, List<SourcedBlock>> within = new IdentityHashMap<>();
  private final Locale locale;

  private ListedProducts(Content content, Locale locale) {
    this.blocks =
        content.sourced().stream().filter(each -> each.block().region() == Region.MAIN).toList();
    this.locale = locale;
    for (SourcedBlock each : blocks) {
      Element at = each.element();
      for (int level = 0; level <= CLIMB && at != null; level++, at = at.parent()) {
        within.computeIfAbsent(at, _ -> new ArrayList<>()).add(each);
      }
    }
  }

  static List<Product> read(Content content, Locale locale) {
    ListedProducts listed = new ListedProducts(content, locale);
    Set<Element> cards = new LinkedHashSet<>();
    for (SourcedBlock each : listed.blocks) {
      if (listed.price(each.block()).isPresent()) {
        listed.card(each.element()).ifPresent(cards::add);
      }
    }
    List<Product> products = new ArrayList<>();
    for (Element card : cards) {
      listed.product(card).ifPresent(products::add);
    }
    return products.size() < FEWEST ? List.of() : products;
  }

  private Optional<Price> price(Block block) {
    return Texts.words(block.text()) > PRICE_WORDS || block.kind() == BlockKind.TABLE_ROW
        ? Optional.empty()
        : PriceParser.findAll(block.text(), locale).stream()
            .filter(price -> price.currency() != null && price.amountMinor() != null)
            .filter(price -> price.period() == null)
            .findFirst();
  }

  /// The first element around a price that has enough like it beside it and leads somewhere.
  private Optional<Element> card(Element price) {
    Element at = price;
    for (int level = 0; level < CLIMB && at != null && at.parent() != null; level++) {
      if (twins(at) >= FEWEST && addresses(at) >= 1) {
        return addresses(at) <= MOST_ADDRESSES ? Optional.of(at) : Optional.empty();
      }
      at = at.parent();
    }
    return Optional.empty();
  }

  private static long twins(Element element) {
    Element parent = element.parent();
    String shape = shape(element);
    return parent == null
        ? 0
        : parent.children().stream().filter(each -> shape(each).equals(shape)).count();
  }

  private static String shape(Element element) {
    String classes = element.className().strip();
    int end = classes.indexOf(' ');
    return element.normalName() + "." + (end < 0 ? classes : classes.substring(0, end));
  }

  private static long addresses(Element element) {
    return element.select("a[href]").stream()
            .map(link -> link.attr("href").replaceFirst("[?#].*$", ""))
            .filter(href -> href.length() > 1)
            .distinct()
            .count()
        + (element.normalName().equals("a") ? 1 : 0);
  }

  private Optional<Product> product(Element card) {
    List<SourcedBlock> own = within.getOrDefault(card, List.of());
    SourcedBlock name = name(own);
    SourcedBlock priced =
        own.stream().filter(each -> price(each.block()).isPresent()).findFirst().orElse(null);
    if (name == null || priced == null) {
      return Optional.empty();
    }
    Price price = price(priced.block()).orElseThrow();
    String words = priced.block().text().substring(price.start(), price.end()).strip();
    Details details = new Details();
    details.add(
        new Detail(
            DetailKind.PRICE,
            words,
            price.amountMinor(),
            price.currency(),
            QuoteFinder.in(priced.block(), words).orElse(null)));
    Element link = card.normalName().equals("a") ? card : card.selectFirst("a[href]");
    String address = link == null ? "" : link.absUrl("href");
    BrandedName branded = BrandedName.of(name.element(), name.block().text());
    // Of a brand without a blank before the name no whole words are the name's: the block is
    // quoted.
    Quote quote =
        QuoteFinder.in(name.block(), branded.name()).orElseGet(() -> Quote.of(name.block()));
    details.add(DetailKind.BRAND, branded.brand(), brandQuote(name.block(), branded.brand()));
    return Optional.of(
        new Product(
            branded.name(), details, address.isEmpty() ? null : address, quote, Method.RULE));
  }

  private static @Nullable Quote brandQuote(Block block, @Nullable String brand) {
    return brand == null ? null : QuoteFinder.in(block, brand).orElse(null);
  }

  /// A heading, else the first linked words that are no price.
  private @Nullable SourcedBlock name(List<SourcedBlock> own) {
    return own.stream()
        .filter(each -> each.block().kind() == BlockKind.HEADING && mayName(each.block()))
        .findFirst()
        .or(
            () ->
                own.stream()
                    .filter(each -> mayName(each.block()) && isLinked(each.element()))
                    .findFirst())
        .orElse(null);
  }

  private boolean mayName(Block block) {
    return price(block).isEmpty()
        && Texts.words(block.text()) <= NAME_WORDS
        && block.text().length() > 3
        && block.text().matches("[\\p{L}\\p{N}\"'“‘(].*")
        && block.text().matches(".*\\p{L}{2}.*")
        && !block
            .text()
            .matches(
                "(?i).*\\b(add to|quick (view|shop|add)|reviews?|rating|stars|sale|save|sold out|new|colou?rs?|wishlist|compare|shop now|in stock|best ?seller)\\b.*");
  }

  private static boolean isLinked(Element element) {
    return element.closest("a[href]") != null || element.selectFirst("a[href]") != null;
  }
}
