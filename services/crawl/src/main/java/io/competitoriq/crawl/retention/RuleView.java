package io.competitoriq.crawl.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule in force.
///
/// @param setBy the member who set it; null for the default
public record RuleView(RuleScope scope, Rule rule, @Nullable UUID setBy, @Nullable Instant setAt) {}
