package io.competitoriq.process.fact.products;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something on sale.
///
/// @param link its own page
record Product(
    String name, Details details, @Nullable String link, @Nullable Quote quote, Method method) {

  private static final double STATED = 0.95;
  private static final double LISTED = 0.8;

  /// The offer, and whether it is to be had as a fact of its own: both change, each by itself.
  /// Named by the seller's number where there is one: names are reworded more often.
  List<FactDraft> facts() {
    String there = details.text(DetailKind.AVAILABILITY);
    return there.isEmpty() ? List.of(offer()) : List.of(offer(), fact("availability", there));
  }

  private FactDraft offer() {
    String price = details.text(DetailKind.PRICE);
    Detail asked =
        details.list().stream()
            .filter(detail -> detail.kind() == DetailKind.PRICE)
            .findFirst()
            .orElse(null);
    return fact(
        "offer",
        new FactValue(
            price.isEmpty() ? name : price,
            asked == null ? null : asked.amountMinor(),
            asked == null ? null : asked.currency(),
            null),
        details.list());
  }

  private FactDraft fact(String field, String value) {
    return fact(field, FactValue.ofText(value), List.of());
  }

  private FactDraft fact(String field, FactValue value, List<Detail> more) {
    String number = details.text(DetailKind.SKU);
    double confidence = method == Method.JSONLD ? STATED : LISTED;
    return new FactDraft(
        FactKind.PRODUCT,
        FactDraft.key(FactKind.PRODUCT, number.isEmpty() ? name : "#" + number, field, null),
        name,
        field,
        value,
        method,
        quote == null ? confidence / 2 : confidence,
        link,
        null,
        quote,
        more);
  }

  String folded() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
