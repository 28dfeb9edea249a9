package io.competitoriq.process.change;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.noise.Sighting;
import io.competitoriq.process.noise.Volatile;
import io.competitoriq.process.noise.Volatility;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two versions of a source to be compared as they are compared today.
///
/// @param listing whether the page lists entries that are facts of their own
/// @param told ids of blocks that a change speaks of: noise does not hide them, only rules do
public record VersionPair(
    Version from,
    Version to,
    boolean listing,
    List<Sighting> sightings,
    Set<String> told,
    Ignoring ignoring) {

  public VersionPair {
    sightings = List.copyOf(sightings);
    told = Set.copyOf(told);
  }

  public VersionPair with(Ignoring rules) {
    return new VersionPair(from, to, listing, sightings, told, rules);
  }

  /// Without what was learned of the source since: as if both versions were its first.
  public VersionPair unlearned() {
    return new VersionPair(from, to, listing, List.of(), told, ignoring);
  }

  /// The way from the one to the other, what is no news marked with its reason. CPU work.
  public List<Step> steps() {
    return Volatile.eachOnce(this::marked);
  }

  private List<Step> marked() {
    long visit = sightings.stream().mapToLong(Sighting::lastVisit).max().orElse(0);
    NoiseSieve sieve = new NoiseSieve(new Volatility(sightings, visit), listing);
    return BlockScript.between(from.blocks(), to.blocks()).stream()
        .map(step -> isTold(step) ? step : sieve.sift(List.of(step)).getFirst())
        .map(step -> RuleSieve.sift(step, ignoring))
        .toList();
  }

  private boolean isTold(Step step) {
    return step.kind() != null && (isTold(step.before()) || isTold(step.after()));
  }

  private boolean isTold(@Nullable Block block) {
    return block != null && told.contains(block.id());
  }
}
