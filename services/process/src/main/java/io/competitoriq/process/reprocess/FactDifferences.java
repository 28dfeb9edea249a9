package io.competitoriq.process.reprocess;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactKind;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailView;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.fact.ToldDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What two extractors read differently out of the same snapshot.
///
/// @param samples at most 20
public record FactDifferences(int added, int removed, int changed, List<Sample> samples) {

  private static final int MOST = 20;
  private static final String DETAILS = "details";

  static FactDifferences none() {
    return new FactDifferences(0, 0, 0, List.of());
  }

  /// Posts are left out where they are only known: they stay known when a list shows them no more.
  ///
  /// @param text of the version both were read from
  static FactDifferences between(List<KnownFact> known, List<FactDraft> stated, String text) {
    Map<String, KnownFact> old = byKey(known, KnownFact::key);
    Map<String, FactDraft> now = byKey(stated, FactDraft::key);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Sample> all = new ArrayList<>();
    for (String key : keys) {
      Sample sample = sample(old.get(key), now.get(key), text);
      if (sample != null) {
        all.add(sample);
      }
    }
    return new FactDifferences(
        count(all, ChangeKind.ADDED),
        count(all, ChangeKind.REMOVED),
        count(all, ChangeKind.MODIFIED),
        all.stream().limit(MOST).toList());
  }

  private static @Nullable Sample sample(
      @Nullable KnownFact old, @Nullable FactDraft now, String text) {
    if (old == null) {
      return now == null
          ? null
          : new Sample(ChangeKind.ADDED, now.subject(), now.field(), null, now.value().text());
    }
    if (now == null) {
      return old.kind() == FactKind.POST
          ? null
          : new Sample(ChangeKind.REMOVED, old.subject(), old.field(), old.value().text(), null);
    }
    return old.value().equals(now.value())
        ? details(old, now, text)
        : new Sample(
            ChangeKind.MODIFIED,
            now.subject(),
            now.field(),
            old.value().text(),
            now.value().text());
  }

  /// The same value, and something else of the subject.
  private static @Nullable Sample details(KnownFact old, FactDraft now, String text) {
    return ToldDetails.same(old.details(), now.details(), text)
        ? null
        : new Sample(
            ChangeKind.MODIFIED,
            now.subject(),
            DETAILS,
            words(old.details().stream().map(DetailView::text)),
            words(now.details().stream().map(Detail::text)));
  }

  private static String words(Stream<String> texts) {
    return texts.distinct().collect(Collectors.joining(" · "));
  }

  private static int count(List<Sample> all, ChangeKind kind) {
    return (int) all.stream().filter(each -> each.kind == kind).count();
  }

  private static <T> Map<String, T> byKey(List<T> facts, Function<T, String> key) {
    return facts.stream().collect(Collectors.toMap(key, Function.identity(), (first, _) -> first));
  }

  /// One fact that is read differently.
  ///
  /// @param field of the fact; `details` when only what else is told of its subject differs
  public record Sample(
      ChangeKind kind,
      String subject,
      String field,
      @Nullable String before,
      @Nullable String after) {}
}
