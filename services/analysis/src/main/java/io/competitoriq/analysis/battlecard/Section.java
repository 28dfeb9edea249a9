package io.competitoriq.analysis.battlecard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/// One section of a card as it is stored.
@JsonIgnoreProperties(ignoreUnknown = true)
public record Section(UUID id, SectionKind kind, String title, List<Block> blocks) {

  public Section {
    blocks = List.copyOf(blocks);
  }

  public Section with(List<Block> changed) {
    return new Section(id, kind, title, changed);
  }
}
