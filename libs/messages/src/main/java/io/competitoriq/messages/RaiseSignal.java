package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A change is confirmed: tell people. Queue `signal-jobs`, deduplicated by change. It carries what
/// the signal shows, bounded: at most [#MAX_TEXTS] text changes.
///
/// @param occurredAt when the later version was fetched
public record RaiseSignal(
    UUID competitorId,
    UUID sourceId,
    UUID changeId,
    UUID documentId,
    URI url,
    SourceKind sourceKind,
    String pageTitle,
    Instant occurredAt,
    List<FactChange> facts,
    List<TextChange> texts) {

  public static final String QUEUE = "signal-jobs";
  public static final String KIND = "raise-signal";
  public static final int MAX_TEXTS = 50;

  public RaiseSignal {
    requireNonNull(competitorId, "competitorId");
    requireNonNull(sourceId, "sourceId");
    requireNonNull(changeId, "changeId");
    requireNonNull(documentId, "documentId");
    Require.absolute(url, "url");
    requireNonNull(sourceKind, "sourceKind");
    requireNonNull(pageTitle, "pageTitle");
    requireNonNull(occurredAt, "occurredAt");
    facts = List.copyOf(facts);
    texts = List.copyOf(texts);
    if (facts.isEmpty() && texts.isEmpty()) {
      throw new IllegalArgumentException("a signal needs at least one change");
    }
    if (texts.size() > MAX_TEXTS) {
      throw new IllegalArgumentException("at most " + MAX_TEXTS + " text changes");
    }
  }
}
