package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.CurrentFact;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Lays facts beside what is written. Pure.
///
/// @param facts what live blocks choose from
/// @param pinned what was true when the card was published; empty for a draft
/// @param moved lineages that are no longer what they were
record SectionViews(
    List<CurrentFact> facts, List<CurrentFact> pinned, Set<UUID> moved, LiveFacts.Known known) {

  List<SectionView> of(CardContent content) {
    return content.sections().stream().map(this::section).toList();
  }

  private SectionView section(Section section) {
    return new SectionView(
        section.id(),
        section.kind(),
        section.title(),
        section.blocks().stream().map(this::block).toList());
  }

  private SectionView.BlockView block(Block block) {
    LiveKind live = block.live();
    boolean stale =
        block.citations().stream()
            .map(Citation::lineageId)
            .filter(Objects::nonNull)
            .anyMatch(moved::contains);
    return new SectionView.BlockView(
        block.id(),
        block.kind(),
        block.text(),
        live,
        block.citations(),
        block.origin(),
        live == null ? null : LiveFacts.of(live, facts, pinned, known),
        stale);
  }
}
