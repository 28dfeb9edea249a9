package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads the page of one thing on sale: it is named by the page's main heading, and the first price
/// below it is the one asked.
final class ProductPage {

  private static final int REACH = 40;
  private static final Pattern BUY =
      Pattern.compile(
          "(?iu)^(?:add to (?:cart|basket|bag|trolley)|buy (?:now|it now)|in den (?:warenkorb|einkaufswagen)|ajouter au panier|añadir (?:al carrito|a la cesta)|adicionar ao carrinho|aggiungi al carrello|in winkelwagen|in winkelmand|lägg i varukorg(?:en)?|legg i handlekurv|læg i kurv|do koszyka|dodaj do koszyka|do košíku|カートに入れる|sold out|ausverkauft)$");

  private ProductPage() {}

  static boolean is(Document page, boolean pricingPage) {
    boolean said =
        MarkedOffers.meta(page, "og:type").filter(type -> type.startsWith("product")).isPresent()
            || page.selectFirst(
                    "body.single-product, body.template-product, [itemtype*=schema.org/Product] form[action*=cart]")
                != null;
    long buttons =
        page.select("button, a, input[type=submit]").stream()
            .filter(each -> BUY.matcher(Texts.collapse(each.text() + each.val())).matches())
            .count();
    return said || !pricingPage && buttons == 1 && MarkedOffers.heading(page).isPresent();
  }

  static Optional<PlanPrice> read(Content content, Map<Integer, Piece> pieces, Locale locale) {
    List<SourcedBlock> blocks = content.sourced();
    for (int i = 0; i < blocks.size(); i++) {
      Block title = blocks.get(i).block();
      if (title.kind() == BlockKind.HEADING && isMainHeading(blocks.get(i).element())) {
        return below(i, content, pieces, locale);
      }
    }
    return Optional.empty();
  }

  private static boolean isMainHeading(Element element) {
    return element.normalName().equals("h1") || element.closest("h1") != null;
  }

  private static Optional<PlanPrice> below(
      int heading, Content content, Map<Integer, Piece> pieces, Locale locale) {
    Block title = content.sourced().get(heading).block();
    for (int i = heading + 1; i < content.sourced().size() && i <= heading + REACH; i++) {
      Piece piece = pieces.get(i);
      if (piece == null || !piece.namesAmount() || Struck.isWithin(piece.element())) {
        continue;
      }
      List<Price> struck = Struck.in(piece.element(), locale);
      Optional<Price> asked =
          piece.prices().stream()
              .filter(price -> price.role() == Role.ASKED && !isAmong(struck, price))
              .findFirst();
      if (asked.isPresent()) {
        return Optional.of(offer(title, piece, asked.get(), content, locale));
      }
    }
    return Optional.empty();
  }

  private static boolean isAmong(List<Price> struck, Price price) {
    return struck.stream()
        .anyMatch(
            each -> each.amountMinor() != null && each.amountMinor().equals(price.amountMinor()));
  }

  private static PlanPrice offer(
      Block title, Piece piece, Price price, Content content, Locale locale) {
    Block value = content.sourced().get(piece.first()).block();
    Element box = piece.element().parent();
    Long former =
        piece.prices().stream()
            .filter(each -> each.role() == Role.FORMER && CardOffers.isDearer(each, price))
            .map(Price::amountMinor)
            .findFirst()
            .orElseGet(
                () ->
                    FormerPrice.beside(
                        piece.element(), box == null ? piece.element() : box, price, locale));
    return new PlanPrice(
        title.text(),
        price,
        piece.text().substring(price.start(), Math.min(price.end(), piece.text().length())),
        Quote.spanning(content.text(), title, value),
        former,
        null,
        false);
  }
}
