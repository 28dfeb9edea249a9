package io.competitoriq.process.change;

import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.fact.KnownPost;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.noise.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a source before a snapshot is looked at.
///
/// @param latest the latest version understood; null before the baseline
/// @param facts that hold now
/// @param posts of the whole competitor, those of other sources too
/// @param told text changes other sources of the competitor told lately
/// @param visits how many versions were understood so far
/// @param ignoring the ignore rules in force
public record SourceHistory(
    @Nullable Version latest,
    List<KnownFact> facts,
    List<Candidate> candidates,
    List<Sighting> sightings,
    List<KnownPost> posts,
    List<KnownText> told,
    long visits,
    Ignoring ignoring) {

  public SourceHistory {
    facts = List.copyOf(facts);
    candidates = List.copyOf(candidates);
    sightings = List.copyOf(sightings);
    posts = List.copyOf(posts);
    told = List.copyOf(told);
  }

  /// Without ignore rules.
  public SourceHistory(
      @Nullable Version latest,
      List<KnownFact> facts,
      List<Candidate> candidates,
      List<Sighting> sightings,
      List<KnownPost> posts,
      List<KnownText> told,
      long visits) {
    this(latest, facts, candidates, sightings, posts, told, visits, Ignoring.nothing());
  }

  public SourceHistory with(Ignoring rules) {
    return new SourceHistory(latest, facts, candidates, sightings, posts, told, visits, rules);
  }
}
