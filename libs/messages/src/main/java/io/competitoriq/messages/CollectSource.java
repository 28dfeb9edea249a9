package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source is due: collect it once. Queue `crawl-jobs`, deduplicated by source.
///
/// @param slot the planned time of this visit; together with the source it names the visit
/// @param rendering `AUTO` in a message that does not say
/// @param options what the collector needs to know besides the address, as its documentation names
///   it; empty in a message that does not say
/// @param tags of the competitor; null in a message that does not say
public record CollectSource(
    UUID competitorId,
    UUID sourceId,
    URI url,
    SourceKind kind,
    Collector collector,
    Instant slot,
    VisitReason reason,
    Rendering rendering,
    Map<String, Object> options,
    @Nullable List<String> tags) {

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
    tags = tags == null ? null : List.copyOf(tags);
  }

  /// Without tags.
  public CollectSource(
      UUID competitorId,
      UUID sourceId,
      URI url,
      SourceKind kind,
      Collector collector,
      Instant slot,
      VisitReason reason,
      Rendering rendering,
      Map<String, Object> options) {
    this(competitorId, sourceId, url, kind, collector, slot, reason, rendering, options, null);
  }
}
