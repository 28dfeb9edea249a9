package io.competitoriq.process.fact;

import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteCheck;
import io.competitoriq.process.noise.Volatile;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether two versions of a page tell the same of a fact's subject. What counts by itself (how
/// many rated a product) or is worded by the day ("2 days ago") would make a version of every
/// visit.
public final class ToldDetails {

  private static final Set<DetailKind> COUNTING = Set.of(DetailKind.RATING_COUNT);

  private ToldDetails() {}

  /// @param text of the newer version: a detail whose quote does not hold in it is not stored, so
  ///   it is none
  public static boolean same(List<DetailView> before, List<Detail> after, String text) {
    Set<String> old =
        before.stream()
            .filter(counts(DetailView::kind))
            .map(detail -> key(detail.kind(), detail.text(), detail.amountMinor()))
            .collect(Collectors.toSet());
    Set<String> now =
        after.stream()
            .filter(counts(Detail::kind))
            .filter(detail -> holds(detail.quote(), text))
            .map(detail -> key(detail.kind(), detail.text(), detail.amountMinor()))
            .collect(Collectors.toSet());
    return old.equals(now);
  }

  private static <T> Predicate<T> counts(Function<T, DetailKind> kind) {
    return detail -> !COUNTING.contains(kind.apply(detail));
  }

  private static boolean holds(@Nullable Quote quote, String text) {
    return quote == null || QuoteCheck.holds(text, quote.text(), quote.start(), quote.end());
  }

  private static String key(DetailKind kind, String text, @Nullable Long amountMinor) {
    return kind + "|" + Volatile.masked(text) + "|" + amountMinor;
  }
}
