package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.fact.FactDiff.FactUpdate;
import io.competitoriq.process.noise.Sighting;
import java.util.List;
import java.util.UUID;

/// What a snapshot tells against the history of its source.
///
/// @param facts what becomes of the facts
/// @param found new changes, at most one of each basis
/// @param settled what became of the candidates
/// @param sightings texts that came or went, to learn from
public record Findings(
    FactUpdate facts, List<Found> found, List<Settled> settled, List<Sighting> sightings) {

  public Findings {
    found = List.copyOf(found);
    settled = List.copyOf(settled);
    sightings = List.copyOf(sightings);
  }

  /// Nothing to keep but the document itself: the snapshot is older than what is known.
  public static Findings nothing() {
    return new Findings(FactUpdate.none(), List.of(), List.of(), List.of());
  }

  /// A change this snapshot raises.
  public record Found(
      UUID id,
      Basis basis,
      ChangeStatus status,
      String reason,
      List<FactChange> facts,
      List<TextChange> texts,
      List<Hunk> hunks) {}

  /// A candidate that is one no more.
  ///
  /// @param hunks those that held; none when suppressed
  public record Settled(UUID changeId, ChangeStatus status, String reason, List<Hunk> hunks) {}
}
