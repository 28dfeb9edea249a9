package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.regex.Pattern;

/// What a plan asks once, on top of what it asks each month: for setting up, connecting, joining.
final class SetupFees {

  private static final Pattern FEE =
      Pattern.compile(
          "(?iuU)\\bset-?up\\b|\\b(?:connection|activation|installation|onboarding|implementation|joining|registration)"
              + " (?:fee|cost|charge)s?\\b|\\beinrichtung\\w*|\\banschluss(?:gebühr|preis)|\\bmise"
              + " en (?:service|place)\\b|\\bfrais"
              + " (?:de|d['’])\\s?\\w+|\\bimplantação\\b|\\b(?:taxa|valor) de"
              + " (?:adesão|ativação|instalação)|\\bcuota de alta\\b|\\binstalación\\b|\\bcosto di"
              + " (?:attivazione|avvio)|\\bopstart\\w*|\\bstartavgift\\b|\\bopłata"
              + " (?:startowa|aktywacyjna|wdrożeniowa)|\\bwdrożenie\\b|\\baansluitkosten\\b|初期費用");

  private SetupFees() {}

  /// The amount as one that is asked once and on top, where its words call it a fee for a start.
  ///
  /// @param label the words before the amount, in its text or above it
  static Price told(Price price, String label, Piece piece) {
    boolean once =
        price.namesAmount()
            && price.role() == Role.ASKED
            && !CardOffers.isRecurring(price)
            && price.unit() == null;
    boolean fee = once && (FEE.matcher(label).find() || FEE.matcher(piece.text()).find());
    return fee ? price.as(Role.EXTRA).withPeriod(BillingPeriod.ONCE) : price;
  }
}
