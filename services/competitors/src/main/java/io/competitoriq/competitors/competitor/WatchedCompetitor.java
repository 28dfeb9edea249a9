package io.competitoriq.competitors.competitor;

import io.competitoriq.competitors.source.SourceView;
import java.util.List;

/// A competitor with all its sources, oldest first.
public record WatchedCompetitor(CompetitorView competitor, List<SourceView> sources) {

  public WatchedCompetitor {
    sources = List.copyOf(sources);
  }
}
