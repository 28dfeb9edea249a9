package io.competitoriq.analysis.battlecard;

import java.util.List;

/// A version as it was read then: its live blocks show what was true at its publication.
public record VersionView(
    VersionHead head, String name, String audience, List<SectionView> sections) {}
