package io.competitoriq.crawl.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// Whose visits are to be counted.
public record WantedTallies(@NotNull @Size(min = 1, max = 500) List<@NotNull UUID> sourceIds) {}
