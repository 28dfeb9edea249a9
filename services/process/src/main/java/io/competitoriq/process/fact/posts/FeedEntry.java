package io.competitoriq.process.fact.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a feed.
///
/// @param title never blank
/// @param link absolute or as the feed gives it
/// @param summary plain text, empty when the feed gives none
/// @param author empty when the feed names none
public record FeedEntry(
    String title,
    @Nullable String link,
    String summary,
    @Nullable Instant publishedAt,
    String author) {

  /// An entry that names no author.
  public FeedEntry(
      String title, @Nullable String link, String summary, @Nullable Instant publishedAt) {
    this(title, link, summary, publishedAt, "");
  }
}
