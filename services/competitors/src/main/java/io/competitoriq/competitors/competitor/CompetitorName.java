package io.competitoriq.competitors.competitor;

import java.util.UUID;

/// What a competitor is called, archived ones included: what was told about them stays.
public record CompetitorName(UUID id, String name) {}
