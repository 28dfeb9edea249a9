package io.competitoriq.crawl.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// @param reason why, for whoever asks later
public record PutHold(@NotBlank @Size(max = 1000) String reason) {}
