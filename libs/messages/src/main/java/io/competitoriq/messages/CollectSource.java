package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A source is due: collect it once. Queue `crawl-jobs`, deduplicated by source.
///
/// @param slot the planned time of this visit; together with the source it names the visit
/// @param rendering `AUTO` in a message that does not say
/// @param options what the collector needs to know besides the address, as its documentation names
///   it; empty in a message that does not say
public record CollectSource(
    UUID competitorId,
    UUID sourceId,
    URI url,
    SourceKind kind,
    Collector collector,
    Instant slot,
    VisitReason reason,
    Rendering rendering,
    Map<String, Object> options) {

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
    rendering = rendering == null ? Rendering.AUTO : rendering;
    options = options == null ? Map.of() : Map.copyOf(options);
  }
}
