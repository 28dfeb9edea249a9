package io.competitoriq.analysis.share;

import io.competitoriq.analysis.digest.EditionContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a link shows, to somebody who is not known. Nothing that belongs to the workspace's work
/// with it: no decisions, no names, no comments.
///
/// @param expiresAt when the link ends
/// @param edition of EDITION
/// @param signal of SIGNAL
public record Shared(
    ShareKind kind,
    String title,
    Instant expiresAt,
    @Nullable EditionContent edition,
    @Nullable SharedSignal signal) {}
