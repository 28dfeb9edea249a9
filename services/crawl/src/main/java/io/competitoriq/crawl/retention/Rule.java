package io.competitoriq.crawl.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// What is kept of a source's bodies. What none of the three keeps goes.
///
/// @param keepNewest so many of the newest snapshots; the last two are always needed for comparing
/// @param keepChanged whatever a confirmed change, a current fact or a signal was read from
/// @param bodyDays everything younger than so many days
public record Rule(
    @NotNull @Min(2) @Max(100_000) Integer keepNewest,
    @NotNull Boolean keepChanged,
    @NotNull @Min(1) @Max(36_500) Integer bodyDays) {}
