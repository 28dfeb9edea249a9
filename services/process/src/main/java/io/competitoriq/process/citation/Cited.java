package io.competitoriq.process.citation;

import java.util.List;
import java.util.UUID;

/// What is to be said of snapshots; neither list names one twice.
///
/// @param cited a confirmed change, and so a signal, or a current fact was read from it
/// @param needed it was not read yet, or is compared with what comes next, or its change waits for
///   confirmation
public record Cited(List<UUID> cited, List<UUID> needed) {}
