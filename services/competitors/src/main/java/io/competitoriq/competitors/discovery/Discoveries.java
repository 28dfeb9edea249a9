package io.competitoriq.competitors.discovery;

import static java.time.temporal.ChronoUnit.MICROS;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.http.Ids;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.Priority;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.DiscoverSources;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Discoveries as people start and watch them, and as the explorer writes them down.
@ApplicationScoped
public class Discoveries {

  /// A second start only after a crash: a site that fails is a result, not a reason to try again.
  private static final int STARTS = 2;

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final WorkspaceTransactions transactions;
  private final DiscoveryRepository repository;
  private final JobQueue queue;
  private final LiveEvents live;
  private final DiscoveryConfig config;
  private final Clock clock;

  Discoveries(
      WorkspaceTransactions transactions,
      DiscoveryRepository repository,
      JobQueue queue,
      LiveEvents live,
      DiscoveryConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.queue = queue;
    this.live = live;
    this.config = config;
    this.clock = clock;
  }

  /// Starts a look around; the row and its job exist together.
  Uni<DiscoveryView> start(UUID workspaceId, StartDiscovery wanted) {
    PageUrl url = PageUrl.parse(wanted.url());
    Discovery discovery = running(workspaceId, url);
    NewJob job =
        new NewJob(
                DiscoverSources.QUEUE,
                DiscoverSources.KIND,
                workspaceId,
                new DiscoverSources(discovery.id, url.value()))
            .dedup(discovery.id.toString())
            .priority(Priority.HIGH)
            .maxAttempts(STARTS);
    return transactions.in(
        workspaceId,
        tx ->
            tx.persist(discovery)
                .chain(() -> tx.flush())
                .chain(() -> queue.enqueue(tx, job))
                .invoke(Discoveries::requireTaken)
                .replaceWith(() -> DiscoveryView.of(discovery)));
  }

  private Discovery running(UUID workspaceId, PageUrl url) {
    Discovery discovery = new Discovery();
    discovery.id = Ids.next();
    discovery.workspaceId = workspaceId;
    discovery.url = url.toString();
    discovery.state = Discovery.State.RUNNING;
    discovery.stage = Stage.WAITING;
    discovery.findings = Findings.NONE;
    discovery.createdAt = now();
    discovery.updatedAt = discovery.createdAt;
    return discovery;
  }

  private static void requireTaken(Enqueued answer) {
    if (answer instanceof Enqueued.Rejected(String reason)) {
      throw Problems.unavailable(
          "queue-full", "Too many look-arounds are waiting right now: " + reason, RETRY);
    }
  }

  /// One discovery, or problem `discovery-not-found`.
  Uni<DiscoveryView> get(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, _ -> repository.findOne(id))
        .map(found -> found.orElseThrow(() -> missing(id)))
        .map(found -> isAbandoned(found) ? view(found).abandoned() : view(found));
  }

  private static DiscoveryView view(Discovery discovery) {
    return DiscoveryView.of(discovery);
  }

  private boolean isAbandoned(Discovery discovery) {
    return discovery.state == Discovery.State.RUNNING
        && discovery.stage != Stage.WAITING
        && discovery.updatedAt.plus(config.abandonedAfter()).isBefore(now());
  }

  /// What a discovery has found, for the transaction that makes a competitor of it.
  ///
  /// Fails with 422 `discovery-not-found`.
  public Uni<Findings> findings(UUID id) {
    return found(id).map(discovery -> discovery.findings);
  }

  /// The same once there is a result to go by.
  ///
  /// Fails with 422 `discovery-not-found` or `discovery-not-done`.
  public Uni<Findings> result(UUID id) {
    return found(id).map(Discoveries::requireDone).map(discovery -> discovery.findings);
  }

  private Uni<Discovery> found(UUID id) {
    return repository
        .findOne(id)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        Problems.unprocessable(
                            "discovery-not-found", "There is no discovery " + id + ".")));
  }

  private static Discovery requireDone(Discovery discovery) {
    return switch (discovery.state) {
      case DONE -> discovery;
      case RUNNING ->
          throw Problems.unprocessable(
              "discovery-not-done",
              "The discovery is still looking around; wait until it is done.");
      case FAILED ->
          throw Problems.unprocessable(
              "discovery-not-done",
              "The discovery has found nothing, for it failed; start another.");
    };
  }

  /// True while the discovery waits for its result; false when it has one or does not exist.
  public Uni<Boolean> isRunning(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, _ -> repository.findOne(id))
        .map(found -> found.filter(one -> one.state == Discovery.State.RUNNING).isPresent());
  }

  /// Writes down what was found so far, in a short transaction of its own, and tells who watches.
  public Uni<Void> progress(UUID workspaceId, UUID id, Stage stage, Findings findings) {
    return transactions.in(
        workspaceId,
        _ ->
            changed(id, Discovery.State.RUNNING, stage, findings, Optional.empty())
                .invoke(() -> live.publish(workspaceId, "discovery.progress", id)));
  }

  /// The result, inside the transaction that completes the job.
  public Uni<Void> finish(Mutiny.Session tx, UUID workspaceId, UUID id, Explored explored) {
    Uni<Void> written =
        switch (explored) {
          case Explored.Found(Findings findings) ->
              changed(id, Discovery.State.DONE, Stage.FINISHED, findings, Optional.empty());
          case Explored.Failed(String sentence) ->
              changed(
                  id, Discovery.State.FAILED, Stage.FINISHED, Findings.NONE, Optional.of(sentence));
        };
    return written
        .chain(() -> tx.flush())
        .invoke(() -> live.publish(workspaceId, "discovery.finished", id));
  }

  private Uni<Void> changed(
      UUID id, Discovery.State state, Stage stage, Findings findings, Optional<String> error) {
    return repository
        .findOne(id)
        .invoke(
            found ->
                found
                    .filter(discovery -> discovery.state == Discovery.State.RUNNING)
                    .ifPresent(
                        discovery -> {
                          discovery.state = state;
                          discovery.stage = stage;
                          discovery.findings = findings;
                          discovery.error = error.orElse(null);
                          discovery.updatedAt = now();
                        }))
        .replaceWithVoid();
  }

  private Instant now() {
    return clock.instant().truncatedTo(MICROS);
  }

  private static ProblemException missing(UUID id) {
    return Problems.notFound("discovery-not-found", "There is no discovery " + id + ".");
  }
}
