package io.competitoriq.competitors.discovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A discovery on the wire.
///
/// @param state `RUNNING`, `DONE` or `FAILED`
/// @param error when failed: what went wrong and what to do
public record DiscoveryView(
    UUID id,
    String url,
    String state,
    Stage stage,
    @Nullable Company company,
    List<Suggestion> suggestions,
    List<String> warnings,
    @Nullable String error,
    Instant createdAt) {

  static DiscoveryView of(Discovery discovery) {
    Findings found = discovery.findings;
    return new DiscoveryView(
        discovery.id,
        discovery.url,
        discovery.state.name(),
        discovery.stage,
        found.company(),
        found.suggestions(),
        found.warnings(),
        discovery.error,
        discovery.createdAt);
  }

  /// The same given up: its worker has not been heard of for too long.
  DiscoveryView abandoned() {
    return new DiscoveryView(
        id,
        url,
        Discovery.State.FAILED.name(),
        stage,
        company,
        suggestions,
        warnings,
        "The look around stopped half-way; start it again.",
        createdAt);
  }
}
