package io.competitoriq.analysis.battlecard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A card as its readers see it: the version that was published, with today's facts.
///
/// @param note what was said at publication
/// @param approvedBy who vouched for it
/// @param state where the draft stands, which readers do not see
public record CardView(
    UUID id,
    UUID competitorId,
    @Nullable String competitorName,
    String name,
    String audience,
    UUID ownerId,
    CardState state,
    CardSummary.Edition published,
    String note,
    UUID approvedBy,
    List<SectionView> sections) {}
