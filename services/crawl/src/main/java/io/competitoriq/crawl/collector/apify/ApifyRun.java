package io.competitoriq.crawl.collector.apify;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.crawl.provider.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A run as Apify tells of it.
record ApifyRun(
    String id,
    String datasetId,
    String storeId,
    String status,
    String message,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<Long> costMicros) {
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "TIMED-OUT", "ABORTED");

  /// Empty when the node is no run.
  static Optional<ApifyRun> read(JsonNode run) {
    if (!run.path("id").isTextual() || !run.path("status").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new ApifyRun(
            run.path("id").asText(),
            run.path("defaultDatasetId").asText(),
            run.path("defaultKeyValueStoreId").asText(),
            run.path("status").asText(),
            run.path("statusMessage").asText(""),
            instant(run.path("startedAt")),
            instant(run.path("finishedAt")),
            cost(run.path("usageTotalUsd"))));
  }

  /// A status we do not know is one of a run that goes on.
  boolean ended() {
    return ENDED.contains(status);
  }

  private static Optional<Instant> instant(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Long> cost(JsonNode node) {
    return node.isNumber() && node.decimalValue().signum() >= 0
        ? Optional.of(Money.micros(node.decimalValue()))
        : Optional.empty();
  }
}
