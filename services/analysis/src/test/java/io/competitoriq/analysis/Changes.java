package io.competitoriq.analysis;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Confirmed changes as the process service would hand them over.
public final class Changes {

  public static final URI PRICING = URI.create("https://brightdesk.example/pricing");
  public static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");

  private Changes() {}

  public static FactValue money(long minor, String currency, BillingPeriod period) {
    return new FactValue(minor / 100 + " " + currency, minor, currency, period);
  }

  public static FactValue usd(long minor) {
    return new FactValue("$" + minor / 100, minor, "USD", BillingPeriod.MONTH);
  }

  public static Evidence quote(Side side, String words) {
    return quote(side, words, true);
  }

  public static Evidence quote(Side side, String words, boolean verified) {
    return new Evidence(
        UUID.randomUUID(),
        side,
        UUID.randomUUID(),
        UUID.randomUUID(),
        "b1",
        words,
        0,
        words.length(),
        verified,
        PRICING,
        SEEN);
  }

  public static FactChange fact(
      ChangeKind kind,
      FactKind factKind,
      String subject,
      @Nullable FactValue before,
      @Nullable FactValue after,
      Evidence... evidence) {
    String field = factKind == FactKind.PRICE ? "amount" : "name";
    return new FactChange(kind, factKind, subject, field, before, after, List.of(evidence));
  }

  public static FactChange price(String plan, FactValue before, FactValue after) {
    return fact(
        ChangeKind.MODIFIED,
        FactKind.PRICE,
        plan,
        before,
        after,
        quote(Side.BEFORE, plan + " " + before.text() + " per seat and month"),
        quote(Side.AFTER, plan + " " + after.text() + " per seat and month"));
  }

  public static FactChange added(FactKind kind, String subject) {
    return fact(
        ChangeKind.ADDED,
        kind,
        subject,
        null,
        FactValue.ofText(subject),
        quote(Side.AFTER, subject));
  }

  public static FactChange removed(FactKind kind, String subject) {
    return fact(
        ChangeKind.REMOVED,
        kind,
        subject,
        FactValue.ofText(subject),
        null,
        quote(Side.BEFORE, subject));
  }

  public static TextChange text(@Nullable String before, @Nullable String after, String... path) {
    ChangeKind kind =
        before == null
            ? ChangeKind.ADDED
            : after == null ? ChangeKind.REMOVED : ChangeKind.MODIFIED;
    return new TextChange(kind, List.of(path), before, after, List.of());
  }

  public static RaiseSignal of(SourceKind source, List<FactChange> facts, List<TextChange> texts) {
    return of(source, "Pricing - BrightDesk", facts, texts);
  }

  public static RaiseSignal of(
      SourceKind source, String title, List<FactChange> facts, List<TextChange> texts) {
    return new RaiseSignal(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        PRICING,
        source,
        title,
        SEEN,
        facts,
        texts);
  }

  /// Pro rises from $49 to $59: the change most tests tell about.
  public static RaiseSignal proRaised(String title) {
    return of(SourceKind.PRICING, title, List.of(price("Pro", usd(4900), usd(5900))), List.of());
  }
}
