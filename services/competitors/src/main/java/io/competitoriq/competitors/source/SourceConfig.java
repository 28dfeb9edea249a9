package io.competitoriq.competitors.source;

import io.competitoriq.messages.Collector;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/// `ciq.competitors.sources.*`: what a competitor may be watched by.
@ConfigMapping(prefix = "ciq.competitors.sources")
public interface SourceConfig {

  /// Most sources of one competitor.
  @WithDefault("200")
  int mostPerCompetitor();

  /// Collectors a source may use; one that is not named is refused with a sentence. Those that need
  /// a provider's key may be used before there is one: the visit says what is missing.
  @WithDefault("BUILTIN,FEED,SITE,APIFY,SEARCHAPI")
  Set<Collector> collectors();
}
