package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source a person may choose to watch.
///
/// @param why one sentence that names what was seen
/// @param confidence that the page is of this kind, 0 to 1
/// @param recommended chosen in advance for the person
/// @param sampleTitle title of the page, or of the newest entry of a feed; null when it was not
///   read
/// @param defaultInterval how often it would be visited, ISO 8601
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
    String defaultInterval) {}
