package io.competitoriq.crawl.collector.apify;

import io.competitoriq.crawl.collector.KeyTrouble;
import io.competitoriq.crawl.collector.Options;
import io.competitoriq.crawl.collector.ProviderCollector;
import io.competitoriq.crawl.collector.apify.ApifyCalls.Visit;
import io.competitoriq.crawl.collector.apify.RunStart.Outcome;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Rejected;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.Purpose;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.seal.SealBroken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// Collects a source by the run of an actor: start it once, follow it to its end, read its dataset.
@ApplicationScoped
class ApifyCollector implements ProviderCollector {
  private final ProviderKeys keys;
  private final StoredRuns runs;
  private final RunStart start;
  private final RunWatch watch;
  private final Dataset dataset;
  private final ApifyConfig config;
  private final ActorMappings mappings;

  ApifyCollector(
      ProviderKeys keys,
      StoredRuns runs,
      RunStart start,
      RunWatch watch,
      Dataset dataset,
      ApifyConfig config,
      ActorMappings mappings) {
    this.keys = keys;
    this.runs = runs;
    this.start = start;
    this.watch = watch;
    this.dataset = dataset;
    this.config = config;
    this.mappings = mappings;
  }

  @Override
  public Collector way() {
    return Collector.APIFY;
  }

  @Override
  public Uni<Collected> collect(Attempt attempt) {
    Options given = new Options(attempt.request().options());
    ApifyOptions options = ApifyOptions.read(given, config, mappings);
    if (!given.problems().isEmpty()) {
      return Uni.createFrom()
          .item(
              Rejected.because(
                  VisitOutcome.ERROR,
                  "The source does not say what to ask Apify for: "
                      + String.join("; ", given.problems())
                      + ".",
                  "Correct the source's options."));
    }
    return keys.of(attempt.workspaceId(), Provider.APIFY)
        .chain(
            key ->
                key.map(known -> collect(attempt, options, known))
                    .orElseGet(() -> Uni.createFrom().item(KeyTrouble.missing(Provider.APIFY))))
        .onFailure(SealBroken.class)
        .recoverWithItem(failure -> KeyTrouble.unreadable(Provider.APIFY, (SealBroken) failure));
  }

  private Uni<Collected> collect(Attempt attempt, ApifyOptions options, ProviderKey key) {
    CollectSource request = attempt.request();
    Visit visit =
        new Visit(
            new Purpose(
                attempt.workspaceId(),
                Provider.APIFY,
                request.sourceId(),
                attempt.jobId(),
                request.slot()),
            key);
    return runs.find(StoredRuns.place(visit.purpose()))
        .chain(
            known ->
                known
                    .map(run -> goOn(visit, options, run))
                    .orElseGet(() -> start.begin(visit, options)))
        .chain(outcome -> followed(visit, outcome))
        .chain(outcome -> result(visit, options, request.url(), outcome));
  }

  private Uni<Outcome> goOn(Visit visit, ApifyOptions options, StoredRun run) {
    return switch (run.state) {
      case INTENT -> start.resume(visit, options, run);
      case ABANDONED -> start.begin(visit, options);
      case RUNNING, ENDED, SETTLED -> Uni.createFrom().item(new Outcome.Runs(run));
    };
  }

  private Uni<Outcome> followed(Visit visit, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Runs(StoredRun run) -> watch.toItsEnd(visit, run);
      case Outcome.Instead instead -> Uni.createFrom().item(instead);
    };
  }

  private Uni<Collected> result(Visit visit, ApifyOptions options, URI url, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Instead(Collected collected) -> Uni.createFrom().item(collected);
      case Outcome.Runs(StoredRun run) when "SUCCEEDED".equals(run.status) ->
          dataset.read(visit, run, options, url);
      case Outcome.Runs(StoredRun run) -> Uni.createFrom().item(failed(run, options));
    };
  }

  /// What a run leaves that did not succeed is not whole: compared with the last snapshot it would
  /// read as a change.
  private static Collected failed(StoredRun run, ApifyOptions options) {
    String said = run.message == null || run.message.isBlank() ? "no reason given" : run.message;
    String console = "Look at the run %s in the Apify console".formatted(run.runId);
    return switch (String.valueOf(run.status)) {
      case "TIMED-OUT" ->
          Rejected.because(
              VisitOutcome.ERROR,
              "The actor's run was stopped after %d seconds (%s)."
                  .formatted(options.timeoutSecs(), said),
              "Raise the source's option 'timeoutSecs', or ask for less.");
      case "ABORTED" ->
          Rejected.because(
              VisitOutcome.ERROR,
              "The actor's run was aborted (%s).".formatted(said),
              console + ", or visit the source again.");
      default ->
          Rejected.because(
              VisitOutcome.ERROR,
              "The actor's run failed (%s).".formatted(said),
              console + " and correct the source's option 'input'.");
    };
  }
}
