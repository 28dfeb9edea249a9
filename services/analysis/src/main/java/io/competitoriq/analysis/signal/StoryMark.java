package io.competitoriq.analysis.signal;

import java.util.UUID;

/// The story a signal belongs to, as far as a list shows it.
///
/// @param signals how many signals it has, this one included
/// @param sources how many sources tell of it
/// @param leadSignalId the signal whose headline is the story's
public record StoryMark(UUID id, int signals, int sources, UUID leadSignalId) {}
