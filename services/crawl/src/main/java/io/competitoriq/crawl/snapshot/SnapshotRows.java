package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.ProcessSnapshot;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// From a fetched page to its row, and from the row to the message about it. Pure.
final class SnapshotRows {
  private SnapshotRows() {}

  static Snapshot next(Attempt attempt, FetchedPage page, UUID id, Optional<Snapshot> previous) {
    Snapshot snapshot = new Snapshot();
    snapshot.id = id;
    snapshot.workspaceId = attempt.workspaceId();
    snapshot.sourceId = attempt.request().sourceId();
    snapshot.competitorId = attempt.request().competitorId();
    snapshot.previousSnapshotId = previous.map(known -> known.id).orElse(null);
    snapshot.collector = attempt.request().collector();
    snapshot.url = page.url().toString();
    snapshot.finalUrl = page.finalUrl().toString();
    snapshot.httpStatus = page.httpStatus();
    snapshot.contentType = page.contentType();
    snapshot.charset = page.charset();
    snapshot.headers = page.headers();
    snapshot.bodySha256 = page.sha256();
    snapshot.bytes = page.body().length();
    snapshot.fetchedAt = page.fetchedAt();
    return snapshot;
  }

  /// The known content once more, seen again at `now`.
  static Snapshot repeated(Snapshot known, UUID id, int httpStatus, Instant now) {
    Snapshot snapshot = new Snapshot();
    snapshot.id = id;
    snapshot.workspaceId = known.workspaceId;
    snapshot.sourceId = known.sourceId;
    snapshot.competitorId = known.competitorId;
    snapshot.previousSnapshotId = known.id;
    snapshot.collector = known.collector;
    snapshot.url = known.url;
    snapshot.finalUrl = known.finalUrl;
    snapshot.httpStatus = httpStatus;
    snapshot.contentType = known.contentType;
    snapshot.charset = known.charset;
    snapshot.headers = known.headers;
    snapshot.bodySha256 = known.bodySha256;
    snapshot.bytes = known.bytes;
    snapshot.fetchedAt = now;
    return snapshot;
  }

  static ProcessSnapshot message(Snapshot snapshot, CollectSource request) {
    return new ProcessSnapshot(
        snapshot.competitorId,
        snapshot.sourceId,
        snapshot.id,
        snapshot.previousSnapshotId,
        URI.create(snapshot.finalUrl),
        request.kind(),
        snapshot.collector,
        snapshot.contentType,
        snapshot.charset,
        snapshot.bodySha256,
        snapshot.fetchedAt);
  }
}
