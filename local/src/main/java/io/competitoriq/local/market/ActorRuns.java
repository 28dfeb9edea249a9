package io.competitoriq.local.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The runs of an account, the newest of which are kept, and what all of them cost.
final class ActorRuns {

  private static final int KEPT = 100;

  private final BigDecimal monthUsd;
  private final String prefix;
  private final Map<String, ActorRun> kept = new LinkedHashMap<>();
  private BigDecimal billed = BigDecimal.ZERO;
  private int started;

  /// @param monthUsd most that all of them may cost
  /// @param opened since when; runs of an earlier account have other ids
  ActorRuns(BigDecimal monthUsd, Instant opened) {
    this.monthUsd = monthUsd;
    this.prefix = "run" + Long.toString(opened.toEpochMilli(), Character.MAX_RADIX) + "n";
  }

  /// Empty when the account cannot pay for it.
  synchronized Optional<ActorRun> begin(Function<String, ActorRun> named, BigDecimal usd) {
    if (billed.add(usd).compareTo(monthUsd) > 0) {
      return Optional.empty();
    }
    billed = billed.add(usd);
    started++;
    ActorRun run = named.apply(prefix + started);
    kept.put(run.id(), run);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return Optional.of(run);
  }

  synchronized Optional<ActorRun> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  synchronized Optional<ActorRun> change(String id, UnaryOperator<ActorRun> change) {
    return Optional.ofNullable(kept.computeIfPresent(id, (_, run) -> change.apply(run)));
  }

  synchronized List<ActorRun> newestFirst() {
    return new ArrayList<>(kept.values()).reversed();
  }

  synchronized BigDecimal billedUsd() {
    return billed;
  }
}
