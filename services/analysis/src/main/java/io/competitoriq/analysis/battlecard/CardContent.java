package io.competitoriq.analysis.battlecard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.FactKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a card says, in the order in which it is read.
@RegisterForReflection(targets = {CardContent.class, Section.class, Block.class, Citation.class})
@JsonIgnoreProperties(ignoreUnknown = true)
public record CardContent(List<Section> sections) {

  public CardContent {
    sections = List.copyOf(sections);
  }

  Stream<Block> blocks() {
    return sections.stream().flatMap(section -> section.blocks().stream());
  }

  /// The kinds of facts that its live blocks show.
  Set<FactKind> shownKinds() {
    return kinds(blocks());
  }

  /// Those of them that make prose stale when they move.
  Set<FactKind> watchedKinds() {
    return kinds(blocks().filter(block -> block.live() != null && block.live().isWatched()));
  }

  /// The facts its prose was read from.
  Set<UUID> citedLineages() {
    return blocks()
        .flatMap(block -> block.citations().stream())
        .map(Citation::lineageId)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<FactKind> kinds(Stream<Block> blocks) {
    Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
    blocks.map(Block::live).filter(Objects::nonNull).forEach(live -> kinds.addAll(live.facts()));
    return kinds;
  }
}
