package io.competitoriq.analysis.battlecard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version in a list.
public record VersionHead(
    int number,
    String note,
    UUID approvedBy,
    UUID publishedBy,
    Instant publishedAt,
    @Nullable LocalDate verifyBy) {

  static VersionHead of(BattlecardVersion row) {
    return new VersionHead(
        row.number, row.note, row.approvedBy, row.publishedBy, row.publishedAt, row.verifyBy);
  }
}
