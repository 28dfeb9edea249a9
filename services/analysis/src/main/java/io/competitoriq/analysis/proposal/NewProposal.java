package io.competitoriq.analysis.proposal;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// A proposal to be made.
///
/// @param byRules true: from facts and signals, although there is a model
public record NewProposal(@NotNull UUID sectionId, boolean byRules) {}
