package io.competitoriq.crawl.collector.apify;

/// How far the run of a visit is.
enum RunState {
  /// It is about to be asked for, or its start's answer was lost.
  INTENT,
  /// Apify has given it an id.
  RUNNING,
  /// It has ended; its cost is not final yet.
  ENDED,
  /// It has ended and its cost is in the ledger.
  SETTLED,
  /// Nobody waits for it any more.
  ABANDONED
}
