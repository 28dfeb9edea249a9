package io.competitoriq.process.assisted;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.ReadOffer;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.BillingBasis;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.fact.OfferTerms;
import io.competitoriq.process.fact.pricing.PriceParser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes facts of the offers a model read. An offer counts when its quote stands in the text, the
/// quote states the amount, and the text names the plan; what does not hold is dropped and counted,
/// never repaired.
///
/// @param facts of the offers that hold
/// @param kept how many offers hold
/// @param dropped how many do not
public record OfferCheck(List<FactDraft> facts, int kept, int dropped) {

  private static final String AMOUNT = "amount";
  private static final String OFFER = "offer";

  /// Below what our own rules claim for themselves.
  private static final double BY_MODEL = 0.7;

  private static final int LONGEST_PLAN = 120;
  private static final int LONGEST_WORDS = 120;

  /// Their separators tell apart what "1.234" may mean.
  private static final List<Locale> READINGS = List.of(Locale.ENGLISH, Locale.GERMANY);

  private static final Set<String> SEATS =
      Set.of("user", "seat", "member", "agent", "person", "editor", "employee", "license");

  public OfferCheck {
    facts = List.copyOf(facts);
  }

  /// CPU work: call it on a worker thread.
  static OfferCheck of(Version version, List<ReadOffer> offers) {
    Map<String, FactDraft> facts = new LinkedHashMap<>();
    String text = version.text().toLowerCase(Locale.ROOT);
    int kept = 0;
    for (ReadOffer offer : offers) {
      Optional<Quote> quote =
          offer.plan().length() <= LONGEST_PLAN
                  && text.contains(offer.plan().toLowerCase(Locale.ROOT))
              ? WordsInText.find(version, offer.quote())
              : Optional.empty();
      Optional<Long> minor = offer.amount() == null ? Optional.empty() : minor(offer);
      boolean holds =
          quote.isPresent()
              && (offer.amount() == null
                  || minor.isPresent() && states(quote.get(), minor.get(), offer, version));
      if (holds) {
        kept++;
        FactDraft price = price(offer, quote.get(), minor.orElse(null));
        FactDraft plan = plan(offer, quote.get());
        facts.putIfAbsent(price.key(), price);
        facts.putIfAbsent(plan.key(), plan);
      }
    }
    return new OfferCheck(List.copyOf(facts.values()), kept, offers.size() - kept);
  }

  private static Optional<Long> minor(ReadOffer offer) {
    try {
      int digits = Currency.getInstance(offer.currency()).getDefaultFractionDigits();
      BigDecimal minor =
          new BigDecimal(offer.amount())
              .movePointRight(digits)
              .setScale(0, RoundingMode.UNNECESSARY);
      return Optional.of(minor.longValueExact());
    } catch (IllegalArgumentException | ArithmeticException noSuchMoney) {
      return Optional.empty();
    }
  }

  /// The quote shows the amount with its currency, or the bare number where the text names the
  /// currency elsewhere ("all prices in EUR").
  private static boolean states(Quote quote, long minor, ReadOffer offer, Version version) {
    String currency = String.valueOf(offer.currency());
    boolean whole =
        READINGS.stream()
            .flatMap(locale -> PriceParser.findAll(quote.text(), locale).stream())
            .anyMatch(
                price ->
                    price.amountMinor() != null
                        && price.amountMinor() == minor
                        && currency.equals(price.currency()));
    return whole
        || BareNumbers.in(quote.text(), Currency.getInstance(currency)).contains(minor)
            && names(version, currency);
  }

  private static boolean names(Version version, String currency) {
    return version.text().contains(currency)
        || version.blocks().stream()
            .flatMap(block -> PriceParser.findAll(block.text(), Locale.ENGLISH).stream())
            .anyMatch(price -> currency.equals(price.currency()));
  }

  private static FactDraft price(ReadOffer offer, Quote quote, @Nullable Long minor) {
    @Nullable BillingPeriod period = minor == null ? null : offer.period();
    @Nullable String unit = minor == null ? null : offer.unit();
    String words = quote.text().length() <= LONGEST_WORDS ? quote.text() : offer.plan();
    return new FactDraft(
        FactKind.PRICE,
        FactDraft.key(FactKind.PRICE, offer.plan(), AMOUNT, period),
        offer.plan(),
        AMOUNT,
        new FactValue(words, minor, minor == null ? null : offer.currency(), period),
        Method.MODEL,
        BY_MODEL,
        null,
        null,
        quote,
        new OfferTerms(
            null,
            basis(unit),
            unit,
            offer.from(),
            null,
            null,
            null,
            false,
            minor == null,
            null,
            List.of()));
  }

  private static @Nullable BillingBasis basis(@Nullable String unit) {
    if (unit == null) {
      return null;
    }
    return SEATS.contains(unit.toLowerCase(Locale.ROOT)) ? BillingBasis.SEAT : BillingBasis.USAGE;
  }

  private static FactDraft plan(ReadOffer offer, Quote quote) {
    return new FactDraft(
        FactKind.PLAN,
        FactDraft.key(FactKind.PLAN, offer.plan(), OFFER, null),
        offer.plan(),
        OFFER,
        FactValue.ofText(offer.plan()),
        Method.MODEL,
        BY_MODEL,
        null,
        null,
        quote,
        OfferTerms.ofPlan(null, List.of()));
  }
}
