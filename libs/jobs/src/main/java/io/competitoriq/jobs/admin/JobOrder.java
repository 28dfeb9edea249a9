package io.competitoriq.jobs.admin;

import org.jspecify.annotations.Nullable;

/// The order of a list of jobs: the one its index has, so that a page costs the same however far
/// down it is.
enum JobOrder {
  /// Who starts next.
  NEXT("prio, run_at, id", "(prio, run_at, id) > (cast($6 as int), $7, $8)"),
  /// Who ended last.
  LAST_ENDED(
      "finished_at desc, id desc", "cast($6 as int) is not null and (finished_at, id) < ($7, $8)"),
  /// Who came last.
  NEWEST(
      "id desc", "cast($6 as int) is not null and cast($7 as timestamptz) is not null and id < $8");

  private final String by;
  private final String after;

  JobOrder(String by, String after) {
    this.by = by;
    this.after = after;
  }

  static JobOrder of(@Nullable JobState state) {
    if (state == null) {
      return NEWEST;
    }
    return switch (state) {
      case QUEUED -> NEXT;
      case RUNNING -> NEWEST;
      case DONE, DEAD, CANCELLED -> LAST_ENDED;
    };
  }

  String by() {
    return by;
  }

  /// The condition on a row behind the cursor, over the parameters from the sixth on.
  String after() {
    return after;
  }

  JobCursor cursorOf(JobView last) {
    var finished = last.finishedAt();
    return new JobCursor(
        name(), last.priority(), finished == null ? last.runAt() : finished, last.id());
  }
}
