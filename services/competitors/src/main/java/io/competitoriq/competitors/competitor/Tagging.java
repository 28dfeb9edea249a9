package io.competitoriq.competitors.competitor;

import static java.time.temporal.ChronoUnit.MICROS;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Tags many competitors, in the transaction at hand.
@ApplicationScoped
public class Tagging {

  private static final int MOST_TAGS = 20;

  private final CompetitorRepository repository;
  private final Clock clock;

  Tagging(CompetitorRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /// @param done those that have the tags now
  /// @param full those that would have more than 20; they stay as they were
  public record Tagged(Set<UUID> done, Set<UUID> full) {

    /// Those of the ids that are competitors.
    public Set<UUID> known() {
      Set<UUID> known = new HashSet<>(done);
      known.addAll(full);
      return known;
    }
  }

  public Uni<Tagged> tag(
      Mutiny.Session tx, Collection<UUID> ids, List<String> add, List<String> remove) {
    return repository.lockAll(ids).map(found -> tag(found, add, remove)).call(() -> tx.flush());
  }

  private Tagged tag(List<Competitor> found, List<String> add, List<String> remove) {
    Instant now = clock.instant().truncatedTo(MICROS);
    var tagged = new Tagged(new HashSet<>(), new HashSet<>());
    for (Competitor competitor : found) {
      String[] tags = tags(competitor.tags, add, remove);
      if (tags.length > MOST_TAGS) {
        tagged.full().add(competitor.id);
      } else {
        tagged.done().add(competitor.id);
        if (!Arrays.equals(tags, competitor.tags)) {
          competitor.tags = tags;
          competitor.updatedAt = now;
        }
      }
    }
    return tagged;
  }

  private static String[] tags(String[] before, List<String> add, List<String> remove) {
    Set<String> tags = new LinkedHashSet<>(List.of(before));
    remove.stream().map(String::strip).forEach(tags::remove);
    add.stream().map(String::strip).forEach(tags::add);
    return tags.toArray(String[]::new);
  }
}
