package io.competitoriq.competitors.competitor;

import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A company somebody wants to watch from now on.
///
/// @param name null for the name its site gives itself, or its domain
/// @param discoveryId the look around whose suggestions `sources` names and `pack` chooses from
/// @param pack id of a source pack that is watched besides `sources`; of two equal addresses the
///   one in `sources` counts
public record TrackCompetitor(
    @Nullable @Size(max = 200) @Pattern(regexp = "[^\\x00]*") String name,
    @NotNull String url,
    @Nullable UUID discoveryId,
    @Nullable @Size(max = 40) String pack,
    @Nullable List<@NotNull @Valid Choice> sources) {

  /// What to watch: one suggestion of the discovery, or an address and its kind.
  ///
  /// @param schedule null for the default of the kind
  /// @param rendering null for what the discovery says of the page, else `AUTO`
  public record Choice(
      @Nullable UUID suggestionId,
      @Nullable String url,
      @Nullable SourceKind kind,
      @Nullable Collector collector,
      @Nullable ScheduleView schedule,
      @Nullable Rendering rendering) {}

  List<Choice> choices() {
    return sources == null ? List.of() : sources;
  }
}
