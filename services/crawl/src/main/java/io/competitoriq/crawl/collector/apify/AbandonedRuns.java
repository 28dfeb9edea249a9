package io.competitoriq.crawl.collector.apify;

import static java.util.Objects.requireNonNull;

import io.competitoriq.crawl.collector.apify.ApifyCalls.Visit;
import io.competitoriq.crawl.collector.apify.RunStart.Search;
import io.competitoriq.crawl.provider.Cost;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.Purpose;
import io.competitoriq.crawl.provider.UsageState;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Ends runs whose job was cancelled or died: each is aborted, so that it costs no more, and
/// settled with what it had cost until then.
@ApplicationScoped
class AbandonedRuns {
  private static final Logger LOG = Logger.getLogger(AbandonedRuns.class);

  private static final Duration LONGEST_TRIED = Duration.ofDays(1);

  private final WorkspaceTransactions transactions;
  private final StoredRuns runs;
  private final RunStart start;
  private final RunWatch watch;
  private final ApifyCalls calls;
  private final ProviderKeys keys;
  private final ApifyConfig config;
  private final Clock clock;

  AbandonedRuns(
      WorkspaceTransactions transactions,
      StoredRuns runs,
      RunStart start,
      RunWatch watch,
      ApifyCalls calls,
      ProviderKeys keys,
      ApifyConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.runs = runs;
    this.start = start;
    this.watch = watch;
    this.calls = calls;
    this.keys = keys;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "{ciq.crawl.apify.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return transactions
        .global(
            tx ->
                tx.createNativeQuery(
                        "select workspace_id, source_id, slot from"
                            + " abandoned_run(make_interval(secs => cast(:quiet as double precision)))",
                        Object[].class)
                    .setParameter("quiet", config.abandonedAfter().toMillis() / 1000.0)
                    .getResultList())
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> end(StoredRun.place(row)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// One that cannot be ended now is found again by the next look.
  private Uni<Void> end(StoredRun.Place place) {
    return runs.find(place)
        .chain(run -> runs.touched(run.orElseThrow()))
        .chain(run -> keys.of(place.workspaceId(), Provider.APIFY).chain(key -> end(run, key)))
        .onFailure()
        .invoke(failure -> LOG.warnf("run not ended source=%s error=%s", place.sourceId(), failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> end(StoredRun run, Optional<ProviderKey> key) {
    LOG.infof("run abandoned source=%s run=%s state=%s", run.sourceId, run.runId, run.state);
    if (key.isEmpty()) {
      return close(run, Cost.ALL_THAT_IS_RESERVED, "the key was removed: counted as charged");
    }
    if (clock.instant().isAfter(run.intendedAt.plus(LONGEST_TRIED))) {
      return close(run, Cost.ALL_THAT_IS_RESERVED, "not to be looked up: counted as charged");
    }
    Purpose purpose =
        new Purpose(run.workspaceId, Provider.APIFY, run.sourceId, run.jobId, run.slot);
    Visit visit = new Visit(purpose, key.get());
    return switch (run.state) {
      case INTENT -> find(visit, run);
      case RUNNING -> calls.abort(visit, requireNonNull(run.runId)).chain(() -> look(visit, run));
      case ENDED, SETTLED, ABANDONED -> look(visit, run);
    };
  }

  private Uni<Void> find(Visit visit, StoredRun run) {
    return start
        .find(visit, run)
        .chain(
            found ->
                switch (found) {
                  case Search.Found(ApifyRun lost) ->
                      runs.started(run, lost)
                          .chain(known -> calls.abort(visit, lost.id()).replaceWithVoid());
                  case Search.None() -> close(run, 0, "it never started");
                  case Search.Unclear _ -> Uni.createFrom().voidItem();
                });
  }

  private Uni<Void> look(Visit visit, StoredRun run) {
    Instant asked = clock.instant();
    return calls
        .poll(visit, requireNonNull(run.runId), Duration.ZERO)
        .chain(
            answer -> {
              if (answer instanceof Replied reply && reply.status() == 404) {
                return watch.gone(run).replaceWithVoid();
              }
              Optional<ApifyRun> now =
                  answer instanceof Replied reply && reply.ok()
                      ? ApifyRun.read(ApifyApi.data(reply.body()))
                      : Optional.empty();
              return now.map(it -> watch.settleAbandoned(run, it, asked))
                  .orElseGet(() -> Uni.createFrom().voidItem());
            });
  }

  private Uni<Void> close(StoredRun run, long micros, String why) {
    return runs.settle(
            run, RunState.ABANDONED, new Cost(UsageState.NO_ANSWER, null, 0, micros, 0, why, null))
        .replaceWithVoid();
  }
}
