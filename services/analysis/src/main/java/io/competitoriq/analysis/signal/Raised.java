package io.competitoriq.analysis.signal;

import java.time.Instant;
import java.util.UUID;

/// A signal that has just been stored, for what follows in the same transaction.
///
/// @param muted it arrived muted: nobody is to be alerted
public record Raised(UUID signalId, UUID competitorId, Instant detectedAt, boolean muted) {}
