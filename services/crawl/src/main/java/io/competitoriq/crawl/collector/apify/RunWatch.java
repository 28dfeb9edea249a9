package io.competitoriq.crawl.collector.apify;

import static java.util.Objects.requireNonNull;

import io.competitoriq.crawl.collector.apify.ApifyCalls.Visit;
import io.competitoriq.crawl.collector.apify.RunStart.Outcome;
import io.competitoriq.crawl.collector.apify.RunStart.Outcome.Instead;
import io.competitoriq.crawl.collector.apify.RunStart.Outcome.Runs;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Rejected;
import io.competitoriq.crawl.fetch.Collected.Unfinished;
import io.competitoriq.crawl.provider.Cost;
import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderAnswer.Resting;
import io.competitoriq.crawl.provider.ProviderAnswer.Silent;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.UsageState;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Follows a run to its end and settles what it cost. Polls are the truth; each start of the job
/// waits for one of them, and a run that goes on lets the job sleep instead of holding its slot.
@ApplicationScoped
class RunWatch {
  private static final Duration SHORTEST_SLEEP = Duration.ofSeconds(2);
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
  private static final int PART_OF_ITS_AGE = 10;

  private final ApifyCalls calls;
  private final StoredRuns runs;
  private final ProviderKeys keys;
  private final ApifyConfig config;
  private final Clock clock;

  RunWatch(ApifyCalls calls, StoredRuns runs, ProviderKeys keys, ApifyConfig config, Clock clock) {
    this.calls = calls;
    this.runs = runs;
    this.keys = keys;
    this.config = config;
    this.clock = clock;
  }

  /// The run, settled, or what to say instead.
  Uni<Outcome> toItsEnd(Visit visit, StoredRun run) {
    return switch (run.state) {
      case SETTLED -> Uni.createFrom().item(new Runs(run));
      case ENDED -> costOf(visit, run);
      case RUNNING, INTENT, ABANDONED -> poll(visit, run);
    };
  }

  private Uni<Outcome> poll(Visit visit, StoredRun run) {
    return ask(visit, run, config.pollWait());
  }

  private Uni<Outcome> ask(Visit visit, StoredRun run, Duration wait) {
    Instant asked = clock.instant();
    return calls
        .poll(visit, requireNonNull(run.runId), wait)
        .chain(answer -> read(visit, run, answer, asked));
  }

  /// The figures right after the end are preliminary: they are read again when they are final.
  private Uni<Outcome> costOf(Visit visit, StoredRun run) {
    Duration missing = untilFinal(run, clock.instant());
    return missing.isPositive()
        ? later(missing, run, "the run has ended, its cost is not final yet")
        : ask(visit, run, Duration.ZERO);
  }

  private Uni<Outcome> read(Visit visit, StoredRun run, ProviderAnswer answer, Instant asked) {
    return switch (answer) {
      case Replied reply when reply.ok() ->
          ApifyRun.read(ApifyApi.data(reply.body()))
              .map(now -> follow(visit, run, now, asked))
              .orElseGet(() -> later(sleep(run), run, "the poll's answer could not be read"));
      case Replied reply when reply.status() == 404 -> gone(run);
      case Replied reply -> refused(visit, run, reply);
      case Silent(String reason, _, _) -> later(sleep(run), run, "a poll was lost: " + reason);
      case Resting(Duration pause) ->
          Uni.createFrom().item(new Instead(RunStart.resting(pause, run.intendedAt)));
    };
  }

  /// What counts is when the answer was asked for: one that took its time may tell what the run
  /// seemed to cost at first.
  private Uni<Outcome> follow(Visit visit, StoredRun run, ApifyRun now, Instant asked) {
    return runs.seen(run, now)
        .chain(
            seen -> {
              if (!now.ended()) {
                return later(sleep(seen), seen, "the run is " + now.status());
              }
              return untilFinal(seen, asked).isPositive()
                  ? costOf(visit, seen)
                  : settle(seen, now).map(Runs::new);
            });
  }

  /// What Apify does not tell counts as the most it was allowed.
  private Uni<StoredRun> settle(StoredRun run, ApifyRun now) {
    return runs.settle(
        run,
        RunState.SETTLED,
        new Cost(
            UsageState.ANSWERED,
            201,
            0,
            now.costMicros().orElse(Cost.ALL_THAT_IS_RESERVED),
            age(run).toMillis(),
            "run %s: %s".formatted(now.id(), now.status()),
            null));
  }

  /// Settles a run nobody waits for, whatever it is; used when its job is over.
  ///
  /// @param asked when it was asked for
  Uni<Void> settleAbandoned(StoredRun run, ApifyRun now, Instant asked) {
    return runs.seen(run, now)
        .chain(
            seen ->
                now.ended() && !untilFinal(seen, asked).isPositive()
                    ? settle(seen, now).replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }

  Uni<Outcome> gone(StoredRun run) {
    return runs.settle(
            run,
            RunState.ABANDONED,
            new Cost(
                UsageState.NO_ANSWER,
                404,
                0,
                Cost.ALL_THAT_IS_RESERVED,
                0,
                "run %s is gone: counted as charged".formatted(run.runId),
                null))
        .replaceWith(
            new Instead(
                new Rejected(
                    VisitOutcome.ERROR,
                    404,
                    0,
                    "Apify does not know the run %s any more.".formatted(run.runId),
                    "Visit the source again; old runs are deleted at Apify after some days.")));
  }

  private Uni<Outcome> refused(Visit visit, StoredRun run, Replied reply) {
    ApifyRefusal refusal = ApifyRefusal.of(reply);
    if (reply.status() >= 500 || reply.status() == 429 || reply.status() == 408) {
      return later(sleep(run), run, "a poll was answered HTTP " + reply.status());
    }
    Collected meaning = refusal.meaning(run.actor, Optional.empty());
    return (refusal.ofTheKey() ? keys.refused(visit.key()) : Uni.createFrom().voidItem())
        .replaceWith(new Instead(meaning));
  }

  private Duration untilFinal(StoredRun run, Instant moment) {
    Instant ended = run.endedAt == null ? moment : run.endedAt;
    return Duration.between(moment, ended.plus(config.costSettles()));
  }

  private Duration sleep(StoredRun run) {
    Duration part = age(run).dividedBy(PART_OF_ITS_AGE);
    if (part.compareTo(SHORTEST_SLEEP) < 0) {
      return SHORTEST_SLEEP;
    }
    return part.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : part;
  }

  private Duration age(StoredRun run) {
    return Duration.between(run.intendedAt, clock.instant());
  }

  private static Uni<Outcome> later(Duration delay, StoredRun run, String reason) {
    return Uni.createFrom().item(new Instead(new Unfinished(delay, run.intendedAt, reason)));
  }
}
