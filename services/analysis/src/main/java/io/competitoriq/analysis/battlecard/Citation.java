package io.competitoriq.analysis.battlecard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Evidence;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a claim is written. Its quote was found at exactly these offsets before it was kept.
///
/// @param start first character of the quote in the document's text, from 0
/// @param end one past the last
/// @param lineageId the fact it was read as, if it was; the block is stale when that fact moves
/// @param signalId the signal it came with, if it did
@JsonIgnoreProperties(ignoreUnknown = true)
public record Citation(
    UUID documentId,
    int start,
    int end,
    String quote,
    URI url,
    Instant fetchedAt,
    @Nullable UUID lineageId,
    @Nullable UUID signalId) {

  /// Of evidence that is known to be verified.
  public static Citation of(Evidence evidence, @Nullable UUID lineageId, @Nullable UUID signalId) {
    return new Citation(
        evidence.documentId(),
        evidence.start(),
        evidence.end(),
        evidence.quote(),
        evidence.url(),
        evidence.fetchedAt(),
        lineageId,
        signalId);
  }

  boolean isAt(CitationRequest wanted) {
    return documentId.equals(wanted.documentId())
        && start == wanted.start()
        && end == wanted.end()
        && quote.equals(wanted.quote());
  }
}
