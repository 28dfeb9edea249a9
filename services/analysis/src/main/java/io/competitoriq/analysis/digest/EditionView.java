package io.competitoriq.analysis.digest;

import java.time.Instant;
import java.util.UUID;

/// An edition, whole.
public record EditionView(
    UUID id, UUID digestId, Occasion occasion, EditionContent content, Instant createdAt) {

  static EditionView of(Edition row) {
    return new EditionView(row.id, row.digestId, row.occasion, row.content, row.createdAt);
  }
}
