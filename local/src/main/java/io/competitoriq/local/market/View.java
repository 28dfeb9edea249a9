package io.competitoriq.local.market;

import java.util.Locale;

/// What one response is rendered from.
///
/// @param base address of the site as the visitor wrote it, without a slash at the end
record View(Company company, Noise noise, String base) {

  /// A CSS class of this site.
  String css(String name) {
    return company.style().prefix() + "-" + name;
  }

  String money(int units) {
    return Html.money(units, company.currency());
  }

  static String title(String page) {
    return page.substring(0, 1).toUpperCase(Locale.ROOT) + page.substring(1);
  }
}
