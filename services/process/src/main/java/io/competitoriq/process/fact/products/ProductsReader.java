package io.competitoriq.process.fact.products;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.page.JsonLd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;

/// Reads products: what a page states of them first, then what it lists.
public final class ProductsReader {

  private static final int MOST = 300;

  private ProductsReader() {}

  public static List<FactDraft> read(Document page, Content content, JsonLd stated, Locale locale) {
    List<Product> products = new ArrayList<>(StatedProducts.read(page, stated, content));
    products.addAll(ListedProducts.read(content, locale));
    Map<String, Product> byName = new LinkedHashMap<>();
    products.stream().limit(MOST).forEach(each -> byName.putIfAbsent(each.folded(), each));
    Map<String, FactDraft> facts = new LinkedHashMap<>();
    byName.values().stream()
        // What no visible words name is data of the shop's tools rather than an offer.
        .filter(product -> product.quote() != null)
        .flatMap(product -> product.facts().stream())
        .forEach(fact -> facts.putIfAbsent(fact.key(), fact));
    return List.copyOf(facts.values());
  }
}
