package io.competitoriq.gateway.flag;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A flag as it is stored.
///
/// @param version goes up with every change
public record FlagView(
    String key,
    String kind,
    boolean enabled,
    int percentage,
    List<UUID> onFor,
    List<UUID> offFor,
    boolean killed,
    String owner,
    String description,
    @Nullable LocalDate expiresAt,
    long version,
    Instant changedAt) {

  static final String COLUMNS =
      """
      key, kind, enabled, percentage, array_to_json(on_for)::text, array_to_json(off_for)::text, killed, owner,
      description, expires_at::text, version, extract(epoch from changed_at)::double precision\
      """;

  static FlagView of(Object[] row) {
    return new FlagView(
        (String) row[0],
        (String) row[1],
        (Boolean) row[2],
        ((Number) row[3]).intValue(),
        ids((String) row[4]),
        ids((String) row[5]),
        (Boolean) row[6],
        (String) row[7],
        (String) row[8],
        row[9] == null ? null : LocalDate.parse((String) row[9]),
        ((Number) row[10]).longValue(),
        Instant.ofEpochMilli((long) (((Number) row[11]).doubleValue() * 1000)));
  }

  /// What an admin may change about it, for the trail.
  String state() {
    return new JsonObject()
        .put("enabled", enabled)
        .put("percentage", percentage)
        .put("killed", killed)
        .put("onFor", new JsonArray(onFor.stream().map(UUID::toString).toList()))
        .put("offFor", new JsonArray(offFor.stream().map(UUID::toString).toList()))
        .encode();
  }

  private static List<UUID> ids(String json) {
    return new JsonArray(json).stream().map(id -> UUID.fromString((String) id)).toList();
  }
}
