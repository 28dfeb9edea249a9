package io.competitoriq.crawl.snapshot;

import java.util.UUID;

/// Whether a visit left a snapshot, and why.
public sealed interface Keeping {

  /// The body differs from the last snapshot's.
  record Changed(UUID snapshotId) implements Keeping {}

  /// The body is that of the last snapshot, which was a change: kept a second time, so that the
  /// next step sees the change stand. A page that is the same byte by byte would otherwise never
  /// confirm it.
  record Standing(UUID snapshotId) implements Keeping {}

  /// Known and confirmed.
  record Nothing() implements Keeping {}
}
