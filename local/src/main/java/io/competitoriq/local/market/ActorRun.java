package io.competitoriq.local.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of an actor. It takes a moment, and its cost is preliminary for another one, as at Apify,
/// only sooner: all of its life follows from the time.
///
/// @param usd what it costs in the end
/// @param abortedAt null: it was not
record ActorRun(
    String id,
    String actor,
    String input,
    ArrayNode items,
    BigDecimal usd,
    Instant startedAt,
    @Nullable Instant abortedAt) {

  private static final Duration TAKES = Duration.ofMillis(300);
  private static final Duration SETTLES = Duration.ofMillis(150);

  Instant endsAt() {
    return abortedAt == null ? startedAt.plus(TAKES) : abortedAt;
  }

  boolean hasEnded(Instant now) {
    return !now.isBefore(endsAt());
  }

  /// The same run, ended now unless it has already.
  ActorRun abort(Instant now) {
    return hasEnded(now) ? this : new ActorRun(id, actor, input, items, usd, startedAt, now);
  }

  ObjectNode told(Instant now) {
    boolean ended = hasEnded(now);
    ObjectNode run =
        StandIn.object()
            .put("id", id)
            .put("actId", actor)
            .put("status", status(ended))
            .put("statusMessage", ended ? items.size() + " posts found" : "Reading the page")
            .put("startedAt", startedAt.toString())
            .put("finishedAt", ended ? endsAt().toString() : null)
            .put("buildNumber", "0.0.1")
            .put("defaultDatasetId", "d" + id)
            .put("defaultKeyValueStoreId", "k" + id);
    run.putObject("meta").put("origin", "API");
    if (ended) {
      run.put("exitCode", 0);
      run.put("usageTotalUsd", usdToldAt(now));
    }
    return run;
  }

  private String status(boolean ended) {
    if (!ended) {
      return "RUNNING";
    }
    return abortedAt == null ? "SUCCEEDED" : "ABORTED";
  }

  private BigDecimal usdToldAt(Instant now) {
    return now.isBefore(endsAt().plus(SETTLES)) ? usd.divide(BigDecimal.TWO) : usd;
  }
}
