package io.competitoriq.process.fact;

import io.competitoriq.http.Problems;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What somebody says a fact is.
///
/// @param amountMinor minor units of `currency`; both or neither
/// @param note why; the next reader will want to know
public record PutOverride(
    @NotBlank @Size(max = 500) String text,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable BillingPeriod period,
    @NotBlank @Size(max = 1000) String note) {

  /// @throws io.competitoriq.http.ProblemException 400 when amount and currency do not go together
  FactValue value() {
    if ((amountMinor == null) != (currency == null)) {
      throw Problems.badField(
          "invalid-override", "currency", "An amount and its currency go together.");
    }
    if (amountMinor != null && amountMinor < 0) {
      throw Problems.badField("invalid-override", "amountMinor", "An amount is 0 or more.");
    }
    if (currency != null && !isCurrency(currency)) {
      throw Problems.badField(
          "invalid-override", "currency", "Use an ISO 4217 code in capitals, such as EUR.");
    }
    return new FactValue(text.strip(), amountMinor, currency, period);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(code));
  }
}
