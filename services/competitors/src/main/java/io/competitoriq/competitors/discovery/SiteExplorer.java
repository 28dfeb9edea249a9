package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.schedule.Schedules;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.competitors.source.SourceConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// Sends an [Expedition] to a site and brings home what it found, ranked.
@Startup
@ApplicationScoped
public class SiteExplorer {

  private final SiteFetcher fetcher;
  private final DiscoveryConfig config;
  private final Schedules schedules;
  private final SourceConfig sources;
  private final MeterRegistry meters;
  private final Clock clock;

  SiteExplorer(
      SiteFetcher fetcher,
      DiscoveryConfig config,
      Schedules schedules,
      SourceConfig sources,
      MeterRegistry meters,
      Clock clock) {
    this.fetcher = fetcher;
    this.config = config;
    this.schedules = schedules;
    this.sources = sources;
    this.meters = meters;
    timer("found");
    timer("failed");
    this.clock = clock;
  }

  /// Looks around the site of an address. Ends within the configured budget and one request.
  ///
  /// @param discoveryId names the suggestions: looking again gives the same ids
  /// @param progress is told what is known after each step, and waited for
  public Uni<Explored> explore(
      UUID discoveryId, PageUrl url, BiFunction<Stage, Findings, Uni<Void>> progress) {
    Timer.Sample sample = Timer.start(meters);
    Trail trail = new Trail(Site.expected(url.home()));
    Requests requests = new Requests(fetcher, config, trail, clock);
    Expedition expedition =
        new Expedition(
            trail,
            requests,
            new HomeVisit(url, trail, requests, sources.collectors()),
            stage -> progress.apply(stage, findings(discoveryId, trail)));
    return expedition
        .go()
        .map(failure -> explored(discoveryId, trail, failure))
        .invoke(result -> sample.stop(timer(result)));
  }

  private Explored explored(UUID discoveryId, Trail trail, Optional<String> failure) {
    return failure
        .<Explored>map(Explored.Failed::new)
        .orElseGet(() -> new Explored.Found(findings(discoveryId, trail)));
  }

  private Findings findings(UUID discoveryId, Trail trail) {
    List<Suggestion> suggestions =
        Ranking.rank(trail.finds(), find -> trail.robots(find.url().value())).stream()
            .map(ranked -> suggestion(discoveryId, ranked))
            .toList();
    return new Findings(trail.company().orElse(null), suggestions, trail.warnings());
  }

  private Suggestion suggestion(UUID discoveryId, Ranking.Ranked ranked) {
    Find find = ranked.find();
    String name = discoveryId + " " + find.key();
    return new Suggestion(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        find.kind(),
        find.collector(),
        find.url().toString(),
        find.label(),
        PageIntent.sentence(find.hints()),
        find.confidence(),
        ranked.recommended(),
        ranked.robots(),
        find.sample().title().orElse(null),
        find.sample().newest().orElse(null),
        schedules.defaultInterval(find.kind(), find.collector()).toString(),
        find.errand().creditsPerVisit(),
        find.errand().needsCredential(),
        find.errand().rendering(),
        find.errand().options());
  }

  private Timer timer(Explored result) {
    return timer(
        switch (result) {
          case Explored.Found _ -> "found";
          case Explored.Failed _ -> "failed";
        });
  }

  private Timer timer(String outcome) {
    return meters.timer("ciq.discovery.duration", "outcome", outcome);
  }
}
