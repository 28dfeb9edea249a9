package io.competitoriq.competitors.bulk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A list of sources as somebody has it.
///
/// @param format null: seen from the text
/// @param dryRun true: only say what would come of it
public record ImportSources(
    @NotBlank @Size(max = 500_000) String text, @Nullable ListFormat format, boolean dryRun) {}
