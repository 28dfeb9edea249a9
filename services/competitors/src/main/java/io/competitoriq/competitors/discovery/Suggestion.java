package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source a person may choose to watch.
///
/// @param why one sentence that names what was seen
/// @param confidence that the page is of this kind, 0 to 1
/// @param recommended chosen in advance for the person
/// @param sampleTitle title of the page, or of the newest entry of a feed; null when it was not
///   read
/// @param sampleAt when the newest entry appeared, null when nothing says so
/// @param defaultInterval how often it would be visited, ISO 8601
/// @param creditsPerVisit what a visit costs at the provider; 0 for our own collectors
/// @param needsCredential whether a key of the provider is needed first
/// @param options what the source's collector needs besides the address
public record Suggestion(
    UUID id,
    SourceKind kind,
    Collector collector,
    String url,
    String label,
    String why,
    double confidence,
    boolean recommended,
    RobotsState robots,
    @Nullable String sampleTitle,
    @Nullable Instant sampleAt,
    String defaultInterval,
    int creditsPerVisit,
    boolean needsCredential,
    Rendering rendering,
    Map<String, Object> options) {

  /// Rows written before there were external collectors say nothing of how.
  public Suggestion {
    rendering = rendering == null ? Rendering.AUTO : rendering;
    options = options == null ? Map.of() : Map.copyOf(options);
  }

  /// Sure enough, and robots.txt does not forbid it.
  boolean worthWatching() {
    return confidence >= Ranking.GOOD && robots != RobotsState.DISALLOWED;
  }
}
