package io.competitoriq.process.reprocess;

/// How reading a source's latest snapshot again ended.
public enum ReprocessState {
  /// The new document and its facts stand now.
  APPLIED,
  /// Compared only, as asked.
  COMPARED,
  /// Today's extractor had read it already.
  UNCHANGED,
  /// The body was released, or is of before bodies could be found again.
  BODY_GONE,
  /// Today's extractor cannot read it; what stood stays.
  UNREADABLE,
  /// A visit stored a newer version meanwhile; there is nothing left to do.
  MOVED_ON
}
