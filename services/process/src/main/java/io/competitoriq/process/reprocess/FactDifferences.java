package io.competitoriq.process.reprocess;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactKind;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.KnownFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What two extractors read differently out of the same snapshot.
///
/// @param samples at most 20
public record FactDifferences(int added, int removed, int changed, List<Sample> samples) {

  private static final int MOST = 20;

  static FactDifferences none() {
    return new FactDifferences(0, 0, 0, List.of());
  }

  /// Posts are left out where they are only known: they stay known when a list shows them no more.
  static FactDifferences between(List<KnownFact> known, List<FactDraft> stated) {
    Map<String, KnownFact> old = byKey(known, KnownFact::key);
    Map<String, FactDraft> now = byKey(stated, FactDraft::key);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Sample> all = new ArrayList<>();
    for (String key : keys) {
      Sample sample = sample(old.get(key), now.get(key));
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

  private static @Nullable Sample sample(@Nullable KnownFact old, @Nullable FactDraft now) {
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
        ? null
        : new Sample(
            ChangeKind.MODIFIED,
            now.subject(),
            now.field(),
            old.value().text(),
            now.value().text());
  }

  private static int count(List<Sample> all, ChangeKind kind) {
    return (int) all.stream().filter(each -> each.kind == kind).count();
  }

  private static <T> Map<String, T> byKey(List<T> facts, Function<T, String> key) {
    return facts.stream().collect(Collectors.toMap(key, Function.identity(), (first, _) -> first));
  }

  /// One fact that is read differently.
  public record Sample(
      ChangeKind kind,
      String subject,
      String field,
      @Nullable String before,
      @Nullable String after) {}
}
