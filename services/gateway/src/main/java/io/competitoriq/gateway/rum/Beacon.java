package io.competitoriq.gateway.rum;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/// What one page view measured. It names no person, no workspace and no id.
///
/// @param page the route's template with `$` for what varies, such as `/signals/$id`
/// @param build which build of the pages it was
record Beacon(
    @NotNull @Pattern(regexp = "/|(/[a-z-]{1,30}|/\\$[a-z]{1,20}){1,6}") String page,
    @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String build,
    @NotNull @Size(min = 1, max = 10) List<@Valid @NotNull Measure> measures) {

  enum Name {
    /// Largest contentful paint, milliseconds.
    LCP,
    /// Interaction to next paint, milliseconds.
    INP,
    /// Cumulative layout shift, no unit.
    CLS,
    /// Time to first byte, milliseconds.
    TTFB,
    /// From the start of the navigation until the page can be used, milliseconds.
    LOAD,
    /// Errors of scripts, a count.
    ERRORS
  }

  /// @param value not negative; what is too large to be true is cut
  record Measure(@NotNull Name name, double value) {}
}
