package io.competitoriq.process.change;

import java.util.UUID;

/// How often a source really changed.
///
/// @param versions snapshots that brought a change which was confirmed, 1 or more
public record ChangeTally(UUID sourceId, int versions) {}
