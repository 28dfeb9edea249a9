package io.competitoriq.crawl.snapshot;

import io.competitoriq.messages.Collector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A snapshot as the API shows it; its body and its exhibits have addresses of their own.
///
/// @param release null while its bodies are kept
public record SnapshotView(
    UUID id,
    UUID sourceId,
    UUID competitorId,
    String url,
    String finalUrl,
    Instant fetchedAt,
    int httpStatus,
    String contentType,
    String charset,
    String bodySha256,
    int bytes,
    Map<String, String> headers,
    @Nullable UUID previousSnapshotId,
    Collector collector,
    List<ExhibitView> exhibits,
    @Nullable ReleaseView release) {

  static SnapshotView of(
      Snapshot snapshot, List<ExhibitRow> exhibits, @Nullable ReleaseView release) {
    return new SnapshotView(
        snapshot.id,
        snapshot.sourceId,
        snapshot.competitorId,
        snapshot.url,
        snapshot.finalUrl,
        snapshot.fetchedAt,
        snapshot.httpStatus,
        snapshot.contentType,
        snapshot.charset,
        snapshot.bodySha256,
        snapshot.bytes,
        snapshot.headers,
        snapshot.previousSnapshotId,
        snapshot.collector,
        exhibits.stream().map(ExhibitView::of).toList(),
        release);
  }
}
