package io.competitoriq.competitors.pack;

import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.discovery.Suggestion;
import java.util.List;

/// What to watch of one kind of company.
///
/// @param id as callers name it: lower case with hyphens
/// @param description one sentence
record SourcePack(String id, String title, String description, List<PackEntry> entries) {

  SourcePack {
    entries = List.copyOf(entries);
    if (!id.matches("[a-z]+(-[a-z]+)*") || entries.isEmpty()) {
      throw new IllegalArgumentException("no pack: " + id);
    }
  }

  /// An entry with what a site has for it; empty when it has nothing.
  record Filled(PackEntry entry, List<Suggestion> suggestions) {

    boolean isFound() {
      return !suggestions.isEmpty();
    }

    /// Found, or a gap a person should know of.
    boolean counts() {
      return isFound() || !entry.isExtra();
    }
  }

  List<Filled> filled(Findings findings) {
    return entries.stream()
        .map(entry -> new Filled(entry, findings.choice(entry.kind(), entry::takes)))
        .toList();
  }
}
