package io.competitoriq.competitors.competitor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// A pack for a competitor that is watched already.
///
/// @param pack its id
/// @param discoveryId the finished look around it chooses from
public record ApplyPack(@NotNull @Size(max = 40) String pack, @NotNull UUID discoveryId) {}
