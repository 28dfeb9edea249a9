package io.competitoriq.analysis.ask;

import java.time.Instant;
import java.util.UUID;

/// A question in a list.
///
/// @param claims how many sentences its answer has
public record AskedHead(
    UUID id,
    UUID conversationId,
    String question,
    UUID askedBy,
    Instant askedAt,
    Verdict verdict,
    Writer writtenBy,
    int claims) {

  static AskedHead of(StoredQuestion row) {
    return new AskedHead(
        row.id,
        row.conversationId,
        row.text,
        row.askedBy,
        row.askedAt,
        row.verdict,
        row.writtenBy,
        row.answer.claims().size());
  }
}
