package io.competitoriq.analysis.alert;

import java.time.Instant;
import java.util.UUID;

/// A rule spoke about a story.
///
/// @param state SENT, HELD until the quiet hours were over, DIGEST, or COOLED: counted only
/// @param dueAt when people were to hear of it
public record FiringView(
    UUID id,
    UUID signalId,
    UUID storyId,
    UUID competitorId,
    String headline,
    String severity,
    String state,
    Instant firedAt,
    Instant dueAt) {}
