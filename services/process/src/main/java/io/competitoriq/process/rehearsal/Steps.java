package io.competitoriq.process.rehearsal;

import io.competitoriq.process.change.ChangeView;
import io.competitoriq.process.document.Documents.VersionHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which pairs of versions rules are tried on. A page with a clock has a version for every visit:
/// the latest of them alone would show nothing to hide, so the pairs in which a change was found go
/// first.
final class Steps {

  private Steps() {}

  /// The newest pair first, the others by time.
  ///
  /// @param newestFirst the latest versions
  /// @param found the latest changes of the source, newest first
  /// @param most pairs
  static List<Step> of(List<VersionHead> newestFirst, List<ChangeView> found, int most) {
    List<Step> latest = latest(newestFirst);
    if (latest.isEmpty()) {
      return List.of();
    }
    Map<UUID, Step> chosen = new LinkedHashMap<>();
    chosen.put(latest.getFirst().toId(), latest.getFirst());
    for (ChangeView change : found) {
      add(
          chosen,
          new Step(change.fromDocumentId(), change.toDocumentId(), change.detectedAt()),
          most);
    }
    latest.forEach(step -> add(chosen, step, most));
    List<Step> steps = new ArrayList<>(chosen.values());
    steps.subList(1, steps.size()).sort(Comparator.comparing(Step::at).reversed());
    return steps;
  }

  private static void add(Map<UUID, Step> chosen, Step step, int most) {
    if (chosen.size() < most) {
      chosen.putIfAbsent(step.toId(), step);
    }
  }

  /// Each version with the one before it.
  private static List<Step> latest(List<VersionHead> newestFirst) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i + 1 < newestFirst.size(); i++) {
      VersionHead now = newestFirst.get(i);
      steps.add(new Step(newestFirst.get(i + 1).documentId(), now.documentId(), now.fetchedAt()));
    }
    return steps;
  }

  /// @param at when the newer one came
  record Step(UUID fromId, UUID toId, Instant at) {}
}
