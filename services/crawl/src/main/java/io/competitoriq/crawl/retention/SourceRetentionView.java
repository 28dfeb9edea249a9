package io.competitoriq.crawl.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the evidence of a source is kept.
///
/// @param hold null while the source is not on hold
public record SourceRetentionView(UUID sourceId, RuleView rule, @Nullable HoldView hold) {}
