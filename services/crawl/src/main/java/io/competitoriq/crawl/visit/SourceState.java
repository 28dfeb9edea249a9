package io.competitoriq.crawl.visit;

/// How collecting a source goes, from its visits alone.
public enum SourceState {
  /// The last visit brought what it should, and so do most.
  HEALTHY,
  /// It works, but not each time; or it failed just once.
  DEGRADED,
  /// The site sends us away, again and again.
  BLOCKED,
  /// It fails for another reason, again and again.
  FAILING
}
