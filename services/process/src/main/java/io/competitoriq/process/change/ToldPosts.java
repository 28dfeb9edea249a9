package io.competitoriq.process.change;

import io.competitoriq.messages.TextChange;
import io.competitoriq.process.fact.KnownPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Titles of a competitor's posts, which are told by the blog or the feed: a page that repeats one
/// as a teaser says nothing new, and neither does one that drops an old teaser.
final class ToldPosts {

  /// A post and its teaser are rarely read in the same minute.
  private static final Duration REACH = Duration.ofDays(1);

  private final Set<String> all;
  private final Set<String> fresh;

  /// @param since when the page was read last; the teaser appeared after that
  ToldPosts(List<KnownPost> posts, Instant since) {
    this.all = titles(posts);
    this.fresh =
        titles(
            posts.stream()
                .filter(post -> !post.observedAt().isBefore(since.minus(REACH)))
                .toList());
  }

  boolean tells(TextChange text) {
    String after = text.after();
    return after == null ? isIn(all, text.before()) : isIn(fresh, after);
  }

  private static boolean isIn(Set<String> titles, @Nullable String text) {
    return text != null && titles.contains(folded(text));
  }

  private static Set<String> titles(List<KnownPost> posts) {
    return posts.stream().map(post -> folded(post.title())).collect(Collectors.toSet());
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
