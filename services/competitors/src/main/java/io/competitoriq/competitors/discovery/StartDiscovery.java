package io.competitoriq.competitors.discovery;

import jakarta.validation.constraints.NotNull;

/// The address to look around at.
public record StartDiscovery(@NotNull String url) {}
