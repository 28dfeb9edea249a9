package io.competitoriq.crawl.visit;

import java.time.Instant;
import java.util.UUID;

/// The last visits of a source that ended as they should, STORED or UNCHANGED.
///
/// @param visits how many of them are looked at, 1 to 21: 20 and the one before them
/// @param firstAt when the first of them ended
/// @param lastAt when the last of them ended
public record GoodVisits(UUID sourceId, int visits, Instant firstAt, Instant lastAt) {}
