package io.competitoriq.competitors.history;

import static java.util.stream.Collectors.toMap;

import io.competitoriq.competitors.history.CrawlClient.Visits;
import io.competitoriq.competitors.history.ProcessClient.Changes;
import io.competitoriq.competitors.history.ProcessClient.Since;
import io.competitoriq.competitors.schedule.History;
import io.competitoriq.competitors.schedule.Tally;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// How sources have been doing: crawl knows their visits, process which of them brought a change
/// that was confirmed. Bytes that differ at every visit are no change.
@ApplicationScoped
public class Histories {

  /// Most sources one question may name.
  private static final int AT_ONCE = 500;

  /// Whoever the services write down as asking: nobody in person.
  private static final UUID NOBODY = new UUID(0, 0);

  private final CrawlClient crawl;
  private final ProcessClient process;
  private final ServiceTokens tokens;

  Histories(
      @RestClient CrawlClient crawl, @RestClient ProcessClient process, ServiceTokens tokens) {
    this.crawl = crawl;
    this.process = process;
    this.tokens = tokens;
  }

  /// The histories of those sources of the workspace that are known by now. Never fails: what could
  /// not be asked is missing.
  public Uni<Map<UUID, History>> of(UUID workspaceId, List<UUID> sourceIds) {
    String bearer = "Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER);
    return Multi.createFrom()
        .iterable(sourceIds)
        .group()
        .intoLists()
        .of(AT_ONCE)
        .onItem()
        .transformToUniAndConcatenate(some -> asked(bearer, workspaceId, some))
        .collect()
        .in(HashMap::new, Map::putAll);
  }

  private Uni<Map<UUID, History>> asked(String bearer, UUID workspaceId, List<UUID> sourceIds) {
    return crawl
        .tallies(bearer, new CrawlClient.Wanted(sourceIds))
        .map(found -> found.stream().filter(source -> source.visits() > 1).toList())
        .chain(visited -> withChanges(bearer, visited))
        .onFailure()
        .invoke(
            failure ->
                Log.warnf(
                    "no histories workspace=%s sources=%d error=%s",
                    workspaceId, sourceIds.size(), failure))
        .onFailure()
        .recoverWithItem(Map.of());
  }

  private Uni<Map<UUID, History>> withChanges(String bearer, List<Visits> visited) {
    if (visited.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    List<Since> since =
        visited.stream().map(source -> new Since(source.sourceId(), source.firstAt())).toList();
    return process
        .tallies(bearer, new ProcessClient.Wanted(since))
        .map(changes -> changes.stream().collect(toMap(Changes::sourceId, Changes::versions)))
        .map(
            versions ->
                visited.stream()
                    .collect(
                        toMap(
                            Visits::sourceId,
                            source ->
                                history(source, versions.getOrDefault(source.sourceId(), 0)))));
  }

  /// A change may be known before the visit it came with is counted.
  private static History history(Visits source, int versions) {
    int compared = source.visits() - 1;
    return new History(
        new Tally(compared, Math.min(versions, compared)),
        Duration.between(source.firstAt(), source.lastAt()));
  }
}
