package io.competitoriq.analysis.ask;

import io.competitoriq.messages.Evidence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words a claim rests on, and where they stand.
///
/// @param number as claims name it, from 1
/// @param competitor its name when the question was answered
/// @param title of the page; null when it was not at hand
/// @param quote exactly as stored
/// @param start first character in the document's text
/// @param end one past the last
/// @param signalId the signal that tells of it, if one does
/// @param factId the fact that was read from it, if one was
/// @param lineageId of that fact: the same for all its versions, so that a card can tell when it
///   moves
public record Citation(
    int number,
    UUID competitorId,
    String competitor,
    UUID documentId,
    UUID snapshotId,
    String blockId,
    String quote,
    int start,
    int end,
    String url,
    @Nullable String title,
    Instant fetchedAt,
    @Nullable UUID signalId,
    @Nullable UUID factId,
    @Nullable UUID lineageId) {

  Citation numbered(int given) {
    return new Citation(
        given,
        competitorId,
        competitor,
        documentId,
        snapshotId,
        blockId,
        quote,
        start,
        end,
        url,
        title,
        fetchedAt,
        signalId,
        factId,
        lineageId);
  }

  /// A part of the quote, by offsets within it.
  Citation cut(int from, int to) {
    return new Citation(
        number,
        competitorId,
        competitor,
        documentId,
        snapshotId,
        blockId,
        quote.substring(from, to),
        start + from,
        start + to,
        url,
        title,
        fetchedAt,
        signalId,
        factId,
        lineageId);
  }

  static Citation of(
      Evidence evidence,
      UUID competitorId,
      String competitor,
      @Nullable String title,
      UUID factId,
      UUID lineageId) {
    return new Citation(
        0,
        competitorId,
        competitor,
        evidence.documentId(),
        evidence.snapshotId(),
        evidence.blockId(),
        evidence.quote(),
        evidence.start(),
        evidence.end(),
        evidence.url().toString(),
        title,
        evidence.fetchedAt(),
        null,
        factId,
        lineageId);
  }
}
