package io.competitoriq.competitors.discovery;

import org.jspecify.annotations.Nullable;

/// Who runs the site, as the site says it.
public record Company(
    String name, String domain, @Nullable String description, @Nullable String logoUrl) {}
