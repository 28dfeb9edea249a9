package io.competitoriq.process.change;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.Side;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteCheck;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.FactDiff.Delta;
import io.competitoriq.process.fact.FactDiff.FactUpdate;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.noise.Volatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes changes of what became of a version's facts, and says whether they are news.
final class FactNewsFinder {

  private final Version now;
  private final Volatility volatility;
  private final Supplier<UUID> ids;

  FactNewsFinder(Version now, Volatility volatility, Supplier<UUID> ids) {
    this.now = now;
    this.volatility = volatility;
    this.ids = ids;
  }

  /// Those whose words stand in the page.
  List<FactChange> changes(FactUpdate update) {
    return update.deltas().stream().map(this::factChange).filter(Objects::nonNull).toList();
  }

  /// One change at most; none without changed facts.
  List<Found> found(FactUpdate update, List<FactChange> changes) {
    return changes.isEmpty() ? List.of() : List.of(judged(update, changes));
  }

  private Found judged(FactUpdate update, List<FactChange> changes) {
    boolean alternates =
        update.deltas().stream()
            .allMatch(
                delta ->
                    delta.after() != null
                        && delta.after().quote() != null
                        && alternates(delta.after().quote()));
    if (alternates) {
      return facts(ChangeStatus.SUPPRESSED, "The page alternates between these values.", changes);
    }
    return isInOtherCurrency(update)
        ? facts(
            ChangeStatus.SUPPRESSED,
            "The prices are in another currency, as for visitors from another country.",
            changes)
        : facts(
            ChangeStatus.CONFIRMED,
            "A typed fact changed and its quote stands in the page.",
            changes);
  }

  private Found facts(ChangeStatus status, String reason, List<FactChange> changes) {
    return new Found(ids.get(), Basis.FACTS, status, reason, changes, List.of(), List.of());
  }

  /// Sites show their prices in the currency of the visitor. The texts are told if they stay so.
  static boolean isInOtherCurrency(FactUpdate update) {
    return !update.deltas().isEmpty()
        && update.deltas().stream()
            .allMatch(
                delta ->
                    delta.before() != null
                        && delta.after() != null
                        && isOther(
                            delta.before().value().currency(), delta.after().value().currency()));
  }

  private static boolean isOther(@Nullable String before, @Nullable String after) {
    return before != null && after != null && !before.equals(after);
  }

  private boolean alternates(Quote quote) {
    return now.blocks().stream()
        .filter(block -> block.id().equals(quote.blockId()))
        .anyMatch(block -> volatility.alternates(block.slot()));
  }

  /// Null when the new value's words do not stand in the page: such a fact is no news.
  private @Nullable FactChange factChange(Delta delta) {
    List<Evidence> evidence = new ArrayList<>();
    KnownFact before = delta.before();
    FactDraft after = delta.after();
    if (before != null) {
      evidence.addAll(before.evidence().stream().map(FactNewsFinder::asBefore).toList());
    }
    if (after != null && after.quote() != null) {
      Evidence seen = QuoteCheck.evidence(Side.AFTER, now, after.quote(), ids);
      if (!seen.verified()) {
        return null;
      }
      evidence.add(seen);
    }
    return change(delta, before, after, evidence);
  }

  private static @Nullable FactChange change(
      Delta delta, @Nullable KnownFact before, @Nullable FactDraft after, List<Evidence> evidence) {
    if (after != null) {
      return new FactChange(
          delta.kind(),
          after.kind(),
          after.subject(),
          after.field(),
          before == null ? null : before.value(),
          after.value(),
          evidence);
    }
    return before == null
        ? null
        : new FactChange(
            delta.kind(),
            before.kind(),
            before.subject(),
            before.field(),
            before.value(),
            null,
            evidence);
  }

  private static Evidence asBefore(Evidence seen) {
    return new Evidence(
        seen.id(),
        Side.BEFORE,
        seen.snapshotId(),
        seen.documentId(),
        seen.blockId(),
        seen.quote(),
        seen.start(),
        seen.end(),
        seen.verified(),
        seen.url(),
        seen.fetchedAt());
  }
}
