package io.competitoriq.analysis.ask;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a question was understood, before anything is looked for.
///
/// @param competitors whom it is about; empty: all
/// @param from null: since ever
/// @param to null: until now
/// @param period the words that name the time; null when it names none
/// @param topics which kinds of facts and signals may answer it
/// @param terms what a passage that answers it would name, most telling first
/// @param aboutChanges whether it asks what became different rather than what is
/// @param aboutUs whether it is at all about what competitors publish
/// @param carried whether it leans on the question before
public record Reading(
    String question,
    List<Named> competitors,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String period,
    Set<Topic> topics,
    List<String> terms,
    boolean aboutChanges,
    boolean aboutUs,
    boolean carried) {

  public Reading {
    competitors = List.copyOf(competitors);
    topics = Set.copyOf(topics);
    terms = List.copyOf(terms);
  }

  /// Somebody a question is about.
  public record Named(UUID id, String name) {}

  List<UUID> competitorIds() {
    return competitors.stream().map(Named::id).toList();
  }

  boolean isAbout(Topic topic) {
    return topics.contains(topic);
  }
}
