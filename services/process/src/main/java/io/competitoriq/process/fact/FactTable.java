package io.competitoriq.process.fact;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactValue;
import io.competitoriq.tables.Column;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts as rows of a table.
final class FactTable {

  static final List<Column<FactView>> FACTS =
      List.of(
          Column.of("observedAt", "Observed at (UTC)", FactView::observedAt),
          Column.of("site", "Site", FactTable::site),
          Column.of("kind", "Kind", FactView::kind),
          Column.of("subject", "Subject", FactView::subject),
          Column.of("field", "Field", FactView::field),
          Column.of("value", "Value as worded", fact -> fact.value().text()),
          Column.of("amount", "Amount (units of currency)", fact -> amount(fact.value())),
          Column.of("amountMinor", "Amount (minor units)", fact -> fact.value().amountMinor()),
          Column.of("currency", "Currency (ISO 4217)", fact -> fact.value().currency()),
          Column.of("period", "Billed per", fact -> fact.value().period()),
          Column.of("validFrom", "Valid from (UTC)", FactView::validFrom),
          Column.of("validTo", "Valid to (UTC)", FactView::validTo),
          Column.of("status", "Status", FactView::status),
          Column.of("confidence", "Confidence (0 to 1)", FactView::confidence),
          Column.of("method", "Method", FactView::method),
          Column.of("override", "Value by a person", FactTable::override),
          Column.of("quote", "Quote", FactTable::quote),
          Column.of("page", "Page", FactTable::page),
          Column.of("competitorId", "Competitor id", FactView::competitorId),
          Column.of("sourceId", "Source id", FactView::sourceId),
          Column.of("id", "Fact id", FactView::id));

  static final List<Column<FactView>> PRICES =
      List.of(
          Column.of("since", "Since (UTC)", FactView::validFrom),
          Column.of("until", "Until (UTC)", FactView::validTo),
          Column.of("site", "Site", FactTable::site),
          Column.of("plan", "Plan", FactView::subject),
          Column.of("field", "Field", FactView::field),
          Column.of("price", "Price as worded", fact -> fact.value().text()),
          Column.of("amount", "Amount (units of currency)", fact -> amount(fact.value())),
          Column.of("amountMinor", "Amount (minor units)", fact -> fact.value().amountMinor()),
          Column.of("currency", "Currency (ISO 4217)", fact -> fact.value().currency()),
          Column.of("period", "Billed per", fact -> fact.value().period()),
          Column.of("quote", "Quote", FactTable::quote),
          Column.of("page", "Page", FactTable::page),
          Column.of("competitorId", "Competitor id", FactView::competitorId),
          Column.of("id", "Fact id", FactView::id));

  private FactTable() {}

  /// Where the page of prices after this one begins.
  static Page<FactView> pricePage(List<FactView> found, int limit) {
    return Page.of(found, limit, last -> Cursor.of(last.validFrom(), last.id()));
  }

  private static @Nullable BigDecimal amount(FactValue value) {
    Long minor = value.amountMinor();
    String currency = value.currency();
    if (minor == null || currency == null) {
      return null;
    }
    return BigDecimal.valueOf(minor, digits(currency));
  }

  /// ISO 4217's exponent; two for a code the platform does not know.
  private static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknown) {
      return 2;
    }
  }

  private static @Nullable Evidence evidence(FactView fact) {
    return fact.evidence().isEmpty() ? null : fact.evidence().getFirst();
  }

  private static @Nullable String quote(FactView fact) {
    Evidence found = evidence(fact);
    return found == null ? null : found.quote();
  }

  private static @Nullable Object page(FactView fact) {
    Evidence found = evidence(fact);
    return found == null ? fact.link() : found.url();
  }

  private static @Nullable String site(FactView fact) {
    Evidence found = evidence(fact);
    return found == null ? null : found.url().getHost();
  }

  private static @Nullable String override(FactView fact) {
    OverrideView said = fact.override();
    return said == null ? null : said.value().text();
  }
}
