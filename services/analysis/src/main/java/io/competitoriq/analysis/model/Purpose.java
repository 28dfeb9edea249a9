package io.competitoriq.analysis.model;

import java.util.UUID;

/// What a question is asked for. The same hash and prompt version get the same answer.
///
/// @param promptVersion from 1
/// @param inputHash SHA-256 of the data sent, hexadecimal
public record Purpose(UUID workspaceId, UUID signalId, int promptVersion, String inputHash) {}
