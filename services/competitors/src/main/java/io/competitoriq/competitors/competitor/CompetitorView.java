package io.competitoriq.competitors.competitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A competitor on the wire.
public record CompetitorView(
    UUID id,
    String name,
    String domain,
    String url,
    @Nullable String description,
    @Nullable String logoUrl,
    List<String> tags,
    long sourceCount,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public CompetitorView {
    tags = List.copyOf(tags);
  }

  static CompetitorView of(Competitor competitor, long sourceCount) {
    return new CompetitorView(
        competitor.id,
        competitor.name,
        competitor.domain,
        competitor.url,
        competitor.description,
        competitor.logoUrl,
        List.of(competitor.tags),
        sourceCount,
        competitor.createdAt,
        competitor.updatedAt,
        competitor.version);
  }
}
