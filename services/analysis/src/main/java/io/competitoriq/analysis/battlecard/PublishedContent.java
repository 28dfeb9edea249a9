package io.competitoriq.analysis.battlecard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.messages.FactKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;

/// A card as it was published.
///
/// @param facts what was true then: of the kinds it shows, and what its prose cites
/// @param watched the kinds of facts whose moves make it stale
@RegisterForReflection(targets = {PublishedContent.class, CurrentFact.class})
@JsonIgnoreProperties(ignoreUnknown = true)
record PublishedContent(List<Section> sections, List<CurrentFact> facts, Set<FactKind> watched) {

  PublishedContent {
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
    watched = Set.copyOf(watched);
  }

  CardContent content() {
    return new CardContent(sections);
  }
}
