package io.competitoriq.competitors.source;

import static java.time.temporal.ChronoUnit.MICROS;

import io.competitoriq.jobs.live.LiveEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// Pauses and resumes many sources, in the transaction at hand.
@ApplicationScoped
public class Pausing {

  private final SourceRepository repository;
  private final LiveEvents live;
  private final Clock clock;

  Pausing(SourceRepository repository, LiveEvents live, Clock clock) {
    this.repository = repository;
    this.live = live;
    this.clock = clock;
  }

  /// @return those of the ids that are sources
  public Uni<Set<UUID>> pause(Mutiny.Session tx, Collection<UUID> ids, boolean paused) {
    return repository
        .lockAll(ids)
        .call(found -> set(tx, found, paused))
        .map(found -> found.stream().map(source -> source.id).collect(Collectors.toSet()));
  }

  /// The same for all sources of the competitors.
  public Uni<Void> pauseOfCompetitors(
      Mutiny.Session tx, Collection<UUID> competitorIds, boolean paused) {
    return repository.lockOfCompetitors(competitorIds).chain(found -> set(tx, found, paused));
  }

  private Uni<Void> set(Mutiny.Session tx, List<Source> found, boolean paused) {
    Instant now = clock.instant().truncatedTo(MICROS);
    found.stream()
        .filter(source -> source.paused != paused)
        .forEach(
            source -> {
              source.paused = paused;
              source.updatedAt = now;
              live.publish(source.workspaceId, "source.updated", source.id);
            });
    return tx.flush();
  }
}
