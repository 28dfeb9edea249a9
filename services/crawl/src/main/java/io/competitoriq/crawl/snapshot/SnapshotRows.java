package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.Exhibit;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.ProcessSnapshot;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

  /// Everything that is kept of `page`. A body without company is what the server sent.
  static List<ExhibitRow> exhibits(Snapshot snapshot, FetchedPage page) {
    return page.exhibits().isEmpty()
        ? List.of(raw(snapshot))
        : page.exhibits().stream().map(exhibit -> row(snapshot, exhibit)).toList();
  }

  /// The body as the one thing the server sent.
  static ExhibitRow raw(Snapshot snapshot) {
    ExhibitRow row = new ExhibitRow();
    row.snapshotId = snapshot.id;
    row.workspaceId = snapshot.workspaceId;
    row.kind = Exhibit.Kind.RAW;
    row.contentType = snapshot.contentType + ";charset=" + snapshot.charset;
    row.sha256 = snapshot.bodySha256;
    row.bytes = snapshot.bytes;
    return row;
  }

  private static ExhibitRow row(Snapshot snapshot, Exhibit exhibit) {
    ExhibitRow row = new ExhibitRow();
    row.snapshotId = snapshot.id;
    row.workspaceId = snapshot.workspaceId;
    row.kind = exhibit.kind();
    row.contentType = exhibit.contentType();
    row.sha256 = exhibit.sha256();
    row.bytes = exhibit.body().length();
    return row;
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
        snapshot.fetchedAt,
        request.tags());
  }
}
