package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// A source is due: collect it once. Queue `crawl-jobs`, deduplicated by source.
///
/// @param slot the planned time of this visit; together with the source it names the visit
public record CollectSource(
    UUID competitorId,
    UUID sourceId,
    URI url,
    SourceKind kind,
    Collector collector,
    Instant slot,
    VisitReason reason) {

  public static final String QUEUE = "crawl-jobs";
  public static final String KIND = "collect-source";

  public CollectSource {
    requireNonNull(competitorId, "competitorId");
    requireNonNull(sourceId, "sourceId");
    Require.absolute(url, "url");
    requireNonNull(kind, "kind");
    requireNonNull(collector, "collector");
    requireNonNull(slot, "slot");
    requireNonNull(reason, "reason");
  }
}
