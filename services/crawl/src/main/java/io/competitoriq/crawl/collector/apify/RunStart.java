package io.competitoriq.crawl.collector.apify;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.KeyTrouble;
import io.competitoriq.crawl.collector.ProviderPage;
import io.competitoriq.crawl.collector.Work;
import io.competitoriq.crawl.collector.apify.ApifyCalls.Visit;
import io.competitoriq.crawl.collector.apify.RunStart.Outcome.Instead;
import io.competitoriq.crawl.collector.apify.RunStart.Outcome.Runs;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Unavailable;
import io.competitoriq.crawl.fetch.Collected.Unfinished;
import io.competitoriq.crawl.fetch.RetryAfter;
import io.competitoriq.crawl.provider.BudgetExceeded;
import io.competitoriq.crawl.provider.Cost;
import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderAnswer.Resting;
import io.competitoriq.crawl.provider.ProviderAnswer.Silent;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.UsageState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Starts the run of a visit, once. The wish is noted before it is sent; when its answer is lost,
/// the run is looked for among the actor's last ones, by the input it was given, and only when it
/// is not there is it asked for again.
@ApplicationScoped
class RunStart {
  private static final Duration SOMEBODY_ELSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /// Clocks differ: a run that began this long before our wish may still be ours.
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private final ApifyCalls calls;
  private final StoredRuns runs;
  private final ProviderKeys keys;
  private final Work work;
  private final ApifyConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RunStart(
      ApifyCalls calls,
      StoredRuns runs,
      ProviderKeys keys,
      Work work,
      ApifyConfig config,
      Clock clock) {
    this.calls = calls;
    this.runs = runs;
    this.keys = keys;
    this.work = work;
    this.config = config;
    this.clock = clock;
  }

  /// Whether there is a run now.
  sealed interface Outcome {
    record Runs(StoredRun run) implements Outcome {}

    record Instead(Collected collected) implements Outcome {}
  }

  /// The first start of a visit.
  Uni<Outcome> begin(Visit visit, ApifyOptions options) {
    String hook = newHook();
    return runs.intend(visit.purpose(), options, hook)
        .chain(
            intent ->
                intent.isEmpty()
                    ? later(SOMEBODY_ELSE, clock.instant(), "another worker is starting the run")
                    : ask(visit, options, intent.get(), hook))
        .onFailure(BudgetExceeded.class)
        .recoverWithItem(
            failure -> new Instead(KeyTrouble.overBudget(((BudgetExceeded) failure).why())));
  }

  /// A start whose answer nobody has seen.
  Uni<Outcome> resume(Visit visit, ApifyOptions options, StoredRun intent) {
    Duration age = Duration.between(intent.intendedAt, clock.instant());
    if (age.compareTo(config.lostStartWait()) < 0) {
      return later(
          config.lostStartWait().minus(age).plusMillis(1),
          intent.intendedAt,
          "the start's answer was lost");
    }
    return find(visit, intent)
        .chain(
            found ->
                switch (found) {
                  case Search.Found(ApifyRun run) -> runs.started(intent, run).map(Runs::new);
                  case Search.None() -> again(visit, options, intent);
                  case Search.Unclear(Collected why) -> Uni.createFrom().item(new Instead(why));
                });
  }

  /// Looks for the run among the actor's last ones.
  Uni<Search> find(Visit visit, StoredRun intent) {
    return calls
        .lastRuns(visit, intent.actor)
        .chain(
            answer ->
                answer instanceof Replied reply && reply.ok()
                    ? runs(reply, intent).chain(found -> match(visit, intent, found))
                    : Uni.createFrom()
                        .item(new Search.Unclear(unavailable(answer, intent.intendedAt))));
  }

  /// What looking for a lost run came to.
  sealed interface Search {
    record Found(ApifyRun run) implements Search {}

    record None() implements Search {}

    record Unclear(Collected why) implements Search {}
  }

  /// The oldest first: the one that was asked for first is the one whose answer was lost.
  private Uni<Deque<ApifyRun>> runs(Replied reply, StoredRun intent) {
    Instant since = intent.intendedAt.minus(CLOCKS_DIFFER);
    List<ApifyRun> candidates =
        ApifyApi.data(reply.body())
            .path("items")
            .valueStream()
            .flatMap(node -> ApifyRun.read(node).stream())
            .filter(run -> run.startedAt().map(since::isBefore).orElse(true))
            .sorted(Comparator.comparing(run -> run.startedAt().orElse(Instant.MAX)))
            .toList();
    return runs.known(intent.workspaceId, candidates.stream().map(ApifyRun::id).toList())
        .map(
            ours ->
                new ArrayDeque<>(
                    candidates.stream().filter(run -> !ours.contains(run.id())).toList()));
  }

  private Uni<Search> match(Visit visit, StoredRun intent, Deque<ApifyRun> candidates) {
    ApifyRun next = candidates.poll();
    if (next == null) {
      return Uni.createFrom().item(new Search.None());
    }
    return calls
        .input(visit, next.storeId())
        .chain(
            answer ->
                answer instanceof Replied reply && hasInput(reply, intent.inputSha256)
                    ? Uni.createFrom().item(new Search.Found(next))
                    : match(visit, intent, candidates));
  }

  private static boolean hasInput(Replied reply, String sha256) {
    try {
      JsonNode input = CanonicalJson.read(reply.body());
      return reply.ok() && ProviderPage.sha256(CanonicalJson.bytes(input)).equals(sha256);
    } catch (IOException notJson) {
      return false;
    }
  }

  private Uni<Outcome> again(Visit visit, ApifyOptions options, StoredRun intent) {
    String hook = newHook();
    return runs.intendAgain(intent, hook)
        .chain(
            ours ->
                ours
                    ? ask(visit, options, intent, hook)
                    : later(SOMEBODY_ELSE, clock.instant(), "another worker is starting the run"));
  }

  private Uni<Outcome> ask(Visit visit, ApifyOptions options, StoredRun intent, String hook) {
    return work.toTheEnd(
        calls
            .start(visit, options, hook, intent.usageId)
            .chain(answer -> answered(visit, options, intent, answer)));
  }

  private Uni<Outcome> answered(
      Visit visit, ApifyOptions options, StoredRun intent, ProviderAnswer answer) {
    return switch (answer) {
      case Replied reply when reply.ok() -> started(intent, reply);
      case Replied reply when reply.status() >= 500 || reply.status() == 408 ->
          // It may have started all the same: the next attempt looks.
          Uni.createFrom().item(new Instead(refusal(options, reply)));
      case Replied reply -> refused(visit, options, intent, reply);
      case Silent(String reason, boolean sent, long millis) when !sent ->
          notSent(intent, reason, millis)
              .replaceWith(new Instead(unavailable(answer, intent.intendedAt)));
      case Silent _ ->
          later(config.lostStartWait(), intent.intendedAt, "the start's answer was lost");
      case Resting(Duration pause) ->
          notSent(intent, "Apify is left alone for a moment", 0)
              .replaceWith(new Instead(resting(pause, intent.intendedAt)));
    };
  }

  private Uni<Outcome> started(StoredRun intent, Replied reply) {
    Optional<ApifyRun> run = ApifyRun.read(ApifyApi.data(reply.body()));
    return run.isPresent()
        ? runs.started(intent, run.get()).map(Runs::new)
        : later(config.lostStartWait(), intent.intendedAt, "the start's answer could not be read");
  }

  /// Apify said no: nothing runs, nothing is owed.
  private Uni<Outcome> refused(Visit visit, ApifyOptions options, StoredRun intent, Replied reply) {
    ApifyRefusal refusal = ApifyRefusal.of(reply);
    Uni<Void> marked = refusal.ofTheKey() ? keys.refused(visit.key()) : Uni.createFrom().voidItem();
    return runs.settle(
            intent,
            RunState.ABANDONED,
            Cost.none(UsageState.ANSWERED, reply.status(), reply.millis(), refusal.message()))
        .chain(() -> marked)
        .replaceWith(new Instead(refusal(options, reply)));
  }

  private Uni<StoredRun> notSent(StoredRun intent, String reason, long millis) {
    return runs.settle(
        intent, RunState.ABANDONED, Cost.none(UsageState.NOT_SENT, null, millis, reason));
  }

  private Collected refusal(ApifyOptions options, Replied reply) {
    return ApifyRefusal.of(reply)
        .meaning(
            options.actor(),
            RetryAfter.parse(reply.header("retry-after"), clock.instant(), LONGEST_WAIT));
  }

  static Collected unavailable(ProviderAnswer answer, Instant since) {
    return switch (answer) {
      case Replied(int status, _, _, _) ->
          new Unavailable(status, "Apify did not answer properly (HTTP %d).".formatted(status));
      case Silent(String reason, _, _) ->
          new Unavailable(null, "Apify could not be reached: " + reason);
      case Resting(Duration pause) -> resting(pause, since);
    };
  }

  static Collected resting(Duration pause, Instant since) {
    return new Unfinished(
        pause, since, "Apify gave no proper answers lately and is left alone for a moment");
  }

  private static Uni<Outcome> later(Duration delay, Instant since, String reason) {
    return Uni.createFrom().item(new Instead(new Unfinished(delay, since, reason)));
  }

  private String newHook() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return requireNonNull(HexFormat.of().formatHex(bytes));
  }
}
