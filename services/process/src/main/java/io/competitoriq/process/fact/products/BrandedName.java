package io.competitoriq.process.fact.products;

import io.competitoriq.process.content.Texts;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The name a card shows, apart from the brand that stands in the same element before or behind it:
/// `<a><span class="brand">ACME</span><span>Widget</span></a>` is the Widget of ACME, not a
/// "ACMEWidget".
///
/// @param brand null when the markup names none apart
record BrandedName(String name, @Nullable String brand) {

  private static final String BRANDS =
      "[itemprop=brand], [itemprop=manufacturer], [class*=brand], [class*=Brand], [class*=vendor],"
          + " [class*=Vendor], [class*=manufacturer], [data-testid*=brand], [data-test*=brand],"
          + " [data-qa*=brand]";

  /// @param text of the block the element shows
  static BrandedName of(@Nullable Element element, String text) {
    Element marked = element == null ? null : element.selectFirst(BRANDS);
    String brand = marked == null || marked == element ? "" : Texts.collapse(marked.text());
    if (brand.isEmpty() || brand.length() >= text.length()) {
      return new BrandedName(text, null);
    }
    String rest = rest(text, brand);
    return rest.matches(".*[\\p{L}\\p{N}].*")
        ? new BrandedName(rest, brand)
        : new BrandedName(text, null);
  }

  private static String rest(String text, String brand) {
    String rest =
        text.startsWith(brand)
            ? text.substring(brand.length())
            : text.endsWith(brand) ? text.substring(0, text.length() - brand.length()) : "";
    return rest.replaceAll("^[\\s:|·–—-]+|[\\s:|·–—-]+$", "");
  }
}
