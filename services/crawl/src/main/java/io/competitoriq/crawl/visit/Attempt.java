package io.competitoriq.crawl.visit;

import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One start of a collect job, from when on the clock of its visit runs.
public record Attempt(
    UUID workspaceId, CollectSource request, long jobId, int number, Instant startedAt) {

  public static Attempt of(Job<CollectSource> job, Instant now) {
    return new Attempt(
        job.workspaceId(),
        job.payload(),
        job.id(),
        job.attempt(),
        now.truncatedTo(ChronoUnit.MICROS));
  }

  /// Whether we go to the source's address ourselves; a provider's crawlers answer for themselves.
  public boolean visitsTheSite() {
    return switch (request.collector()) {
      case BUILTIN, FEED, SITE -> true;
      case APIFY, SEARCHAPI -> false;
    };
  }
}
