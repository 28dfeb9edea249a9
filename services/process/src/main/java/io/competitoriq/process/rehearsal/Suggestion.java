package io.competitoriq.process.rehearsal;

import io.competitoriq.process.ignore.RuleKind;

/// A rule that would cover a hunk.
///
/// @param why it was chosen, one sentence
/// @param blocks of the newer version it covers as a whole; fewer is more specific
public record Suggestion(RuleKind kind, String pattern, String why, int blocks) {}
