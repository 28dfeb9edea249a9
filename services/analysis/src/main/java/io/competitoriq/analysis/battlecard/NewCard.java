package io.competitoriq.analysis.battlecard;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A card to be made.
///
/// @param audience for whom, e.g. `Sales in Europe`
/// @param template what it begins with
public record NewCard(
    @NotNull UUID competitorId,
    @NotBlank @Size(max = 120) String name,
    @Nullable @Size(max = 120) String audience,
    @NotNull Template template) {}
