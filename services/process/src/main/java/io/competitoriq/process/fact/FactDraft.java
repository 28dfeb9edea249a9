package io.competitoriq.process.fact;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fact as one document states it.
///
/// @param key names the fact within its source in every version
/// @param confidence 0 to 1
/// @param link where the subject itself is to be read, if anywhere
/// @param validFrom when the page says it became true; null: unknown, taken as seen first
/// @param quote null when no words of the text carry it; such a fact is only proposed
/// @param terms what an offer says besides its amount; null for anything else
/// @param details what else the page tells of the subject, at most one of each kind
public record FactDraft(
    FactKind kind,
    String key,
    String subject,
    String field,
    FactValue value,
    Method method,
    double confidence,
    @Nullable String link,
    @Nullable Instant validFrom,
    @Nullable Quote quote,
    @Nullable OfferTerms terms,
    List<Detail> details) {

  /// The confidence of what a page states for machines and shows nobody.
  public static final double UNSEEN = 0.5;

  public FactDraft {
    details = List.copyOf(details);
  }

  /// An offer with its terms.
  public FactDraft(
      FactKind kind,
      String key,
      String subject,
      String field,
      FactValue value,
      Method method,
      double confidence,
      @Nullable String link,
      @Nullable Instant validFrom,
      @Nullable Quote quote,
      @Nullable OfferTerms terms) {
    this(
        kind,
        key,
        subject,
        field,
        value,
        method,
        confidence,
        link,
        validFrom,
        quote,
        terms,
        List.of());
  }

  /// A fact that is no offer.
  public FactDraft(
      FactKind kind,
      String key,
      String subject,
      String field,
      FactValue value,
      Method method,
      double confidence,
      @Nullable String link,
      @Nullable Instant validFrom,
      @Nullable Quote quote,
      List<Detail> details) {
    this(
        kind,
        key,
        subject,
        field,
        value,
        method,
        confidence,
        link,
        validFrom,
        quote,
        null,
        details);
  }

  /// A fact of which nothing else is told.
  public FactDraft(
      FactKind kind,
      String key,
      String subject,
      String field,
      FactValue value,
      Method method,
      double confidence,
      @Nullable String link,
      @Nullable Instant validFrom,
      @Nullable Quote quote) {
    this(kind, key, subject, field, value, method, confidence, link, validFrom, quote, List.of());
  }

  /// Whether readers of the page see it. What they do not see is no news when it comes, only when
  /// it changes.
  boolean isShown() {
    return quote != null && confidence > UNSEEN;
  }

  /// The key of a fact about a subject.
  ///
  /// @param period tells a monthly from a yearly price of the same plan
  public static String key(
      FactKind kind, String subject, String field, @Nullable BillingPeriod period) {
    String name = Texts.collapse(subject).toLowerCase(Locale.ROOT);
    return kind + "|" + name + "|" + field + "|" + (period == null ? "" : period);
  }

  /// What the page tells of this kind, if anything.
  public Optional<Detail> detail(DetailKind wanted) {
    return details.stream().filter(detail -> detail.kind() == wanted).findFirst();
  }
}
