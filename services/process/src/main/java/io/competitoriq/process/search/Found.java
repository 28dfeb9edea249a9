package io.competitoriq.process.search;

import io.competitoriq.process.fact.FactView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was found, best first, and what was looked through.
///
/// @param cut whether more passages match than were looked at; a narrower question sees them
public record Found(List<Passage> passages, List<FactHit> facts, boolean cut, Coverage coverage) {

  /// A passage as its latest version words it.
  ///
  /// @param path headings above it, ` › ` between them
  /// @param start first character in the document's text
  /// @param end one past the last
  /// @param matched how many of the terms stand in it, its headings or the page's title
  /// @param ofTerms how many terms were looked for
  /// @param score for comparing passages of one search only
  public record Passage(
      UUID competitorId,
      UUID sourceId,
      UUID documentId,
      UUID snapshotId,
      String blockId,
      String url,
      String title,
      String path,
      String text,
      int start,
      int end,
      Instant firstSeen,
      Instant lastSeen,
      @Nullable Instant publishedAt,
      int matched,
      int ofTerms,
      double score) {}

  /// @param matched how many of the terms stand in its subject, field or value
  public record FactHit(FactView fact, int matched, int ofTerms) {}

  /// @param documents versions of pages that can be searched within the scope
  /// @param competitors of how many competitors
  /// @param sources of how many sources
  /// @param asOf when the latest of them was fetched; null when there is none
  public record Coverage(
      long documents,
      long competitors,
      long sources,
      @Nullable Instant since,
      @Nullable Instant asOf) {}
}
