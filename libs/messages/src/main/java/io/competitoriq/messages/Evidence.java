package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// The sentence a claim was read from, and where it stands.
///
/// @param blockId stable id of the block within the document
/// @param quote the words, exactly as stored
/// @param start first character of the quote in the document's text, from 0
/// @param end one past the last character
/// @param verified whether the stored text holds the quote at exactly these offsets
public record Evidence(
    UUID id,
    Side side,
    UUID snapshotId,
    UUID documentId,
    String blockId,
    String quote,
    int start,
    int end,
    boolean verified,
    URI url,
    Instant fetchedAt) {

  public Evidence {
    requireNonNull(id, "id");
    requireNonNull(side, "side");
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(documentId, "documentId");
    Require.text(blockId, "blockId");
    Require.text(quote, "quote");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "offsets must satisfy 0 <= start <= end: " + start + ".." + end);
    }
    Require.absolute(url, "url");
    requireNonNull(fetchedAt, "fetchedAt");
  }
}
