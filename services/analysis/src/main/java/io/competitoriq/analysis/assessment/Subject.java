package io.competitoriq.analysis.assessment;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The signal to be assessed: the changes and their evidence, nothing else of the page.
///
/// @param headline as the rules wrote it, with the figures they computed
public record Subject(
    UUID signalId,
    UUID competitorId,
    String headline,
    URI url,
    SourceKind sourceKind,
    String pageTitle,
    Instant occurredAt,
    List<FactChange> facts,
    List<TextChange> texts,
    List<Evidence> evidence) {}
