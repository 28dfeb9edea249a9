package io.competitoriq.analysis.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/// What was looked at in a period, as the crawl service counts it.
///
/// @param sources how many sources were visited
/// @param visits how often in all
/// @param snapshots visits that brought new content
/// @param unchanged visits that brought the same as before
/// @param failures visits that brought neither
/// @param asOf when it was counted
@JsonIgnoreProperties(ignoreUnknown = true)
public record Checked(
    int sources, long visits, long snapshots, long unchanged, long failures, Instant asOf) {}
