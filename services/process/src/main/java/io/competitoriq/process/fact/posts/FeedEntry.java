package io.competitoriq.process.fact.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a feed.
///
/// @param title never blank
/// @param link absolute or as the feed gives it
/// @param summary plain text, empty when the feed gives none
public record FeedEntry(
    String title, @Nullable String link, String summary, @Nullable Instant publishedAt) {}
