package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Section;
import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.analysis.signal.SignalView;
import java.util.List;
import java.util.UUID;

/// What a proposal is made from.
///
/// @param signals of the competitor, newest first
/// @param facts that hold today
record Material(UUID cardId, Section section, List<SignalView> signals, List<CurrentFact> facts) {}
