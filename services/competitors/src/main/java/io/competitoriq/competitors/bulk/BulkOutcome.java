package io.competitoriq.competitors.bulk;

import io.competitoriq.http.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What became of each thing that one request named.
///
/// @param updated what was asked for and is now so, whether it was before or not
public record BulkOutcome(List<UUID> updated, List<Failure> failed) {

  /// Most ids one request may name.
  public static final int MOST = 500;

  /// @param problem stable name, `urn:ciq:problem:<name>`
  public record Failure(UUID id, String problem) {}

  /// @param problems of those that failed, by id
  static BulkOutcome of(Iterable<UUID> asked, Map<UUID, String> problems) {
    List<UUID> updated = new ArrayList<>();
    List<Failure> failed = new ArrayList<>();
    Map<UUID, Boolean> once = new LinkedHashMap<>();
    asked.forEach(id -> once.put(id, problems.containsKey(id)));
    once.forEach(
        (id, hasFailed) -> {
          if (hasFailed) {
            failed.add(new Failure(id, Problem.TYPE_PREFIX + problems.get(id)));
          } else {
            updated.add(id);
          }
        });
    return new BulkOutcome(updated, failed);
  }
}
