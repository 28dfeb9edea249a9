package io.competitoriq.crawl.fetch;

import io.competitoriq.crawl.visit.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of an attempt to collect a source.
public sealed interface Collected {

  /// A body worth keeping.
  record Kept(FetchedPage page) implements Collected {}

  /// The server says nothing changed (304).
  record NotModified(int httpStatus) implements Collected {}

  /// An answer that must not become a snapshot; asking again soon changes nothing.
  ///
  /// @param reason a sentence that says what happened
  /// @param fix a sentence that says what the reader can do, when there is something
  record Rejected(
      VisitOutcome outcome,
      @Nullable Integer httpStatus,
      int bytes,
      String reason,
      @Nullable String fix)
      implements Collected {

    /// A rejection before any answer.
    public static Rejected because(VisitOutcome outcome, String reason, @Nullable String fix) {
      return new Rejected(outcome, null, 0, reason, fix);
    }

    Rejected after(int status, int size) {
      return new Rejected(outcome, status, size, reason, fix);
    }
  }

  /// The server asked us to come back later (429, or 503 with Retry-After).
  record Throttled(Duration delay, int httpStatus, String reason) implements Collected {}

  /// It takes longer than one start of the job: the job sleeps and goes on later, and no attempt is
  /// spent.
  ///
  /// @param since when it began; it is not waited for without end
  record Unfinished(Duration delay, Instant since, String reason) implements Collected {}

  /// The site did not answer properly; the next attempt may find it well.
  record Unavailable(@Nullable Integer httpStatus, String reason) implements Collected {}
}
