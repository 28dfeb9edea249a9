package io.competitoriq.gateway.queue;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.competitoriq.jobs.admin.DeadFilter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which dead letters to redrive or purge, and whether for real.
///
/// @param filter what is not named does not narrow; without any, all dead letters of the queue
/// @param dryRun true: only count and show a sample
record DeadRequest(@Nullable Filter filter, boolean dryRun) {

  private static final String NAMES = "kind, reason, host, workspaceId, olderThanSeconds";

  /// @param reason `exhausted`, `discarded` or `poison`
  /// @param olderThanSeconds dead for at least this long
  record Filter(
      @Nullable String kind,
      @Nullable String reason,
      @Nullable String host,
      @Nullable String workspaceId,
      @Nullable Double olderThanSeconds,
      Map<String, Object> unknown) {

    @JsonCreator
    Filter(
        @JsonProperty("kind") @Nullable String kind,
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("host") @Nullable String host,
        @JsonProperty("workspaceId") @Nullable String workspaceId,
        @JsonProperty("olderThanSeconds") @Nullable Double olderThanSeconds,
        @JsonAnySetter @Nullable Map<String, Object> unknown) {
      this.kind = kind;
      this.reason = reason;
      this.host = host;
      this.workspaceId = workspaceId;
      this.olderThanSeconds = olderThanSeconds;
      this.unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }
  }

  /// @throws io.competitoriq.http.ProblemException 422 when it makes no sense; a misspelt name must
  ///   not widen a purge
  DeadFilter deadFilter() {
    if (filter == null) {
      return DeadFilter.ALL;
    }
    if (!filter.unknown().isEmpty()) {
      String name = filter.unknown().keySet().iterator().next();
      throw JobFilters.refused("filter." + name, name + " is no filter; there are " + NAMES + ".");
    }
    if (filter.reason() != null) {
      JobFilters.requireReason(filter.reason());
    }
    return new DeadFilter(
        filter.kind(), filter.reason(), filter.host(), workspace(filter), age(filter));
  }

  private static @Nullable UUID workspace(Filter filter) {
    try {
      return filter.workspaceId() == null ? null : UUID.fromString(filter.workspaceId());
    } catch (IllegalArgumentException noId) {
      throw JobFilters.refused("filter.workspaceId", "workspaceId must be a UUID.");
    }
  }

  private static @Nullable Duration age(Filter filter) {
    Double seconds = filter.olderThanSeconds();
    if (seconds == null) {
      return null;
    }
    if (seconds < 0 || seconds > Duration.ofDays(3650).toSeconds()) {
      throw JobFilters.refused(
          "filter.olderThanSeconds", "olderThanSeconds must be between 0 and ten years.");
    }
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
