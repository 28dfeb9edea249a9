package io.competitoriq.crawl.site;

import java.time.Duration;
import java.time.Instant;

/// How fast a walk goes.
///
/// @param lanes pages read at the same time; more than one only for a host of our own
/// @param pause between the end of a reading and the next one of the same lane
/// @param until no reading begins later
record Gait(int lanes, Duration pause, Instant until) {}
