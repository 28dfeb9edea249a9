package io.competitoriq.analysis.assessment;

import java.util.UUID;

/// Names one question about one signal: the same hash and version get the same answer.
///
/// @param inputHash SHA-256 of the data sent, hexadecimal
record Inquiry(UUID signalId, int promptVersion, String inputHash) {}
