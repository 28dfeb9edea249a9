package io.competitoriq.gateway.queue;

import io.competitoriq.http.Page;
import io.competitoriq.http.Problem;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.admin.DeadFilter;
import io.competitoriq.jobs.admin.JobCursor;
import io.competitoriq.jobs.admin.JobQuery;
import io.competitoriq.jobs.admin.JobState;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a list of jobs may be narrowed by, as it comes in the address.
///
/// @param limit text, so that a wrong one is told about instead of making the address unknown
record JobFilters(
    @QueryParam("state") @Nullable String state,
    @QueryParam("kind") @Nullable String kind,
    @QueryParam("host") @Nullable String host,
    @QueryParam("reason") @Nullable String reason,
    @QueryParam("cursor") @Nullable String cursor,
    @QueryParam("limit") @Nullable String limit) {

  private static final int USUAL_LIMIT = 50;

  /// @throws ProblemException 400 for a cursor or limit, 422 for a filter that makes no sense
  JobQuery query() {
    JobState wanted = state == null ? null : requireState(state);
    if (reason != null) {
      requireReason(reason);
    }
    JobCursor after =
        cursor == null || cursor.isEmpty()
            ? null
            : JobCursor.parse(cursor, wanted)
                .orElseThrow(
                    () ->
                        Problems.badRequest(
                            "cursor-invalid",
                            "The cursor is not one this list gave out for this state; start again"
                                + " without it."));
    return new JobQuery(wanted, kind, host, reason, after, requireLimit());
  }

  private int requireLimit() {
    if (limit == null) {
      return USUAL_LIMIT;
    }
    try {
      return Page.requireLimit(Integer.parseInt(limit));
    } catch (NumberFormatException noNumber) {
      throw Problems.badRequest(
          "limit-out-of-range", "limit must be a number between 1 and " + Page.MAX_LIMIT + ".");
    }
  }

  private static JobState requireState(String label) {
    String states =
        Arrays.stream(JobState.values()).map(JobState::label).collect(Collectors.joining(", "));
    return JobState.labelled(label)
        .orElseThrow(() -> refused("state", "state must be one of " + states + "."));
  }

  static void requireReason(String reason) {
    if (!DeadFilter.REASONS.contains(reason)) {
      throw refused(
          "reason", "reason must be one of " + String.join(", ", DeadFilter.REASONS) + ".");
    }
  }

  static ProblemException refused(String field, String sentence) {
    return new ProblemException(
        422, "filter-refused", sentence, List.of(new Problem.FieldError(field, sentence)), null);
  }
}
