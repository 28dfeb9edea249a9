package io.competitoriq.process.fact.pricing;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the crossed-out price that belongs to an amount: the nearest one inside the same card that
/// is dearer.
final class FormerPrice {

  private static final int CLIMB = 4;

  /// What was asked for a year is no former price of a month.
  private static final int MOST_TIMES = 11;

  private FormerPrice() {}

  /// Minor units of the price's currency; null when nothing is crossed out.
  static @Nullable Long beside(Element price, Element card, Price asked, Locale locale) {
    Element at = price;
    for (int level = 0; level < CLIMB && at != null; level++, at = at.parent()) {
      Optional<Price> former =
          Struck.in(at, locale).stream()
              .filter(each -> CardOffers.isDearer(each, asked) && isSamePeriod(each, asked))
              .findFirst();
      if (former.isPresent()) {
        return former.get().amountMinor();
      }
      if (at == card) {
        return null;
      }
    }
    return null;
  }

  private static boolean isSamePeriod(Price former, Price asked) {
    Long was = former.amountMinor();
    Long now = asked.amountMinor();
    return was != null && now != null && was <= now * MOST_TIMES && isOfPeriod(former, asked);
  }

  private static boolean isOfPeriod(Price former, Price asked) {
    return former.period() == null || asked.period() == null || former.period() == asked.period();
  }
}
