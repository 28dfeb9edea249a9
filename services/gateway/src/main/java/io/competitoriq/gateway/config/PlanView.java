package io.competitoriq.gateway.config;

import io.competitoriq.gateway.config.PlanItem.Act;
import io.competitoriq.gateway.config.PlanItem.Outcome;
import java.util.List;

/// A plan, and where it was applied what came of it.
///
/// @param failed how many were not done; apply the same document again when it is greater than 0
public record PlanView(
    boolean dryRun,
    boolean prune,
    long create,
    long update,
    long unchanged,
    long archive,
    long failed,
    List<PlanItem> items) {

  public PlanView {
    items = List.copyOf(items);
  }

  static PlanView of(boolean dryRun, boolean prune, List<PlanItem> items) {
    return new PlanView(
        dryRun,
        prune,
        count(items, Act.CREATE),
        count(items, Act.UPDATE),
        count(items, Act.UNCHANGED),
        count(items, Act.ARCHIVE),
        items.stream()
            .filter(item -> item.outcome() == Outcome.FAILED || item.outcome() == Outcome.SKIPPED)
            .count(),
        items);
  }

  private static long count(List<PlanItem> items, Act act) {
    return items.stream().filter(item -> item.act() == act).count();
  }
}
