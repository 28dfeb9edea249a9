package io.competitoriq.analysis.story;

import java.time.Instant;
import java.util.UUID;

/// A signal as the stories see it.
///
/// @param occurredAt when the page was seen to say so
record Marked(
    UUID signalId, UUID competitorId, UUID sourceId, Instant occurredAt, Fingerprint fingerprint) {}
