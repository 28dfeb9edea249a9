package io.competitoriq.crawl.collector.apify;

import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderCalls;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.crawl.provider.ProviderRequest;
import io.competitoriq.crawl.provider.Purpose;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// Apify's calls with their places in the ledger.
@ApplicationScoped
class ApifyCalls {
  private final ApifyApi api;
  private final ProviderCalls calls;

  ApifyCalls(ApifyApi api, ProviderCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /// Whose visit, with whose key.
  record Visit(Purpose purpose, ProviderKey key) {}

  Uni<ProviderAnswer> me(ProviderKey key) {
    return calls.send(ProviderRequest.free(Purpose.ofKey(key), "check-key", api.me(key)).once());
  }

  Uni<ProviderAnswer> start(Visit visit, ApifyOptions options, String hook, UUID usageId) {
    return calls.send(
        ProviderRequest.paid(
            visit.purpose(), "start-run", api.start(visit.key(), options, hook), usageId));
  }

  /// A poll that breaks is not repeated at once: the job comes back anyway.
  Uni<ProviderAnswer> poll(Visit visit, String runId, Duration wait) {
    return calls.send(
        ProviderRequest.free(visit.purpose(), "poll-run", api.run(visit.key(), runId, wait))
            .once());
  }

  Uni<ProviderAnswer> lastRuns(Visit visit, String actor) {
    return calls.send(
        ProviderRequest.free(visit.purpose(), "find-run", api.lastRuns(visit.key(), actor)));
  }

  Uni<ProviderAnswer> input(Visit visit, String storeId) {
    return calls.send(
        ProviderRequest.free(visit.purpose(), "find-run", api.input(visit.key(), storeId)));
  }

  Uni<ProviderAnswer> items(Visit visit, String datasetId, int offset, int limit) {
    return calls.send(
        ProviderRequest.free(
            visit.purpose(), "read-dataset", api.items(visit.key(), datasetId, offset, limit)));
  }

  Uni<ProviderAnswer> abort(Visit visit, String runId) {
    return calls.send(
        ProviderRequest.free(visit.purpose(), "abort-run", api.abort(visit.key(), runId)));
  }
}
