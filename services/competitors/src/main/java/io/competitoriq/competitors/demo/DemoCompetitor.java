package io.competitoriq.competitors.demo;

import io.competitoriq.messages.SourceKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A company that does not exist, with its pages.
///
/// @param createdAt since when it is said to be watched
public record DemoCompetitor(
    @NotNull UUID id,
    @NotBlank @Size(max = 200) String name,
    @NotNull URI url,
    @NotBlank @Size(max = 500) String description,
    @NotNull @Size(max = 20) List<@NotBlank String> tags,
    @NotNull Instant createdAt,
    @NotNull @Size(max = 100) List<@Valid @NotNull DemoSource> sources) {

  /// @param intervalMs how often it is said to be visited, milliseconds
  /// @param lastVisitAt when it is said to have been
  public record DemoSource(
      @NotNull UUID id,
      @NotNull SourceKind kind,
      @NotNull URI url,
      @NotBlank @Size(max = 300) String title,
      long intervalMs,
      @NotNull Instant lastVisitAt) {}
}
