package io.competitoriq.process.drift;

import java.time.Instant;
import java.util.UUID;

/// A source whose page still answers, while what is read from it collapsed.
///
/// @param since when the first version of the new kind was fetched
/// @param versions how many there have been since then, at least 2
/// @param reason one sentence on what collapsed
/// @param fix one sentence on what the reader can do
public record Drift(UUID sourceId, Instant since, int versions, String reason, String fix) {}
