package io.competitoriq.jobs.admin;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which dead letters of a queue are meant; what is null does not narrow.
///
/// @param reason one of [#REASONS]
/// @param olderThan dead for at least this long
public record DeadFilter(
    @Nullable String kind,
    @Nullable String reason,
    @Nullable String host,
    @Nullable UUID workspaceId,
    @Nullable Duration olderThan) {

  /// Why jobs die.
  public static final List<String> REASONS = List.of("exhausted", "discarded", "poison");

  /// All dead letters of the queue.
  public static final DeadFilter ALL = new DeadFilter(null, null, null, null, null);
}
