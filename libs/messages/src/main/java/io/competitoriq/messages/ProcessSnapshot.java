package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new snapshot is stored: understand it. Queue `process-jobs`, deduplicated by snapshot. The
/// body stays in the blob store under its hash.
///
/// @param previousSnapshotId the snapshot of the same source before this one; null for a baseline
/// @param contentType media type without parameters, lower case
/// @param charset IANA name the body is to be read in
/// @param tags of the competitor; null in a message that does not say
public record ProcessSnapshot(
    UUID competitorId,
    UUID sourceId,
    UUID snapshotId,
    @Nullable UUID previousSnapshotId,
    URI url,
    SourceKind kind,
    Collector collector,
    String contentType,
    String charset,
    String bodySha256,
    Instant fetchedAt,
    @Nullable List<String> tags) {

  public static final String QUEUE = "process-jobs";
  public static final String KIND = "process-snapshot";

  public ProcessSnapshot {
    requireNonNull(competitorId, "competitorId");
    requireNonNull(sourceId, "sourceId");
    requireNonNull(snapshotId, "snapshotId");
    Require.absolute(url, "url");
    requireNonNull(kind, "kind");
    requireNonNull(collector, "collector");
    Require.text(contentType, "contentType");
    Require.text(charset, "charset");
    Require.sha256(bodySha256, "bodySha256");
    requireNonNull(fetchedAt, "fetchedAt");
    tags = tags == null ? null : List.copyOf(tags);
  }

  /// Without tags.
  public ProcessSnapshot(
      UUID competitorId,
      UUID sourceId,
      UUID snapshotId,
      @Nullable UUID previousSnapshotId,
      URI url,
      SourceKind kind,
      Collector collector,
      String contentType,
      String charset,
      String bodySha256,
      Instant fetchedAt) {
    this(
        competitorId,
        sourceId,
        snapshotId,
        previousSnapshotId,
        url,
        kind,
        collector,
        contentType,
        charset,
        bodySha256,
        fetchedAt,
        null);
  }
}
