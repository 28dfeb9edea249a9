package io.competitoriq.process.fact;

import io.competitoriq.process.evidence.Quote;
import org.jspecify.annotations.Nullable;

/// Something more a fact tells about its subject: the place of an opening, the version of a
/// release.
///
/// @param text as the page words it, or the name of a class of ours where the kind says so
/// @param amountMinor minor units of `currency`, of details that are sums of money
/// @param quote the words it was read from; null when the fact's own quote carries it or none does
public record Detail(
    DetailKind kind,
    String text,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable Quote quote) {

  public Detail {
    if ((amountMinor == null) != (currency == null)) {
      throw new IllegalArgumentException("an amount and its currency go together");
    }
  }

  public static Detail of(DetailKind kind, String text, @Nullable Quote quote) {
    return new Detail(kind, text, null, null, quote);
  }
}
