package io.competitoriq.analysis.digest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// A digest as a person describes it.
///
/// @param channelIds each gets every edition
/// @param recipients mail addresses that get it as well
/// @param enabled false: paused
public record DigestRequest(
    @NotBlank @Size(max = 100) String name,
    @NotNull Audience audience,
    @Valid @NotNull Selection selection,
    @Valid @NotNull Cadence cadence,
    @NotNull @Size(max = 20) List<@NotNull UUID> channelIds,
    @NotNull @Size(max = 50) List<@NotBlank @Size(max = 254) String> recipients,
    boolean enabled) {}
